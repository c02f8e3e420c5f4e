#!/bin/sh
# Installs what the deployment checks call beyond a JDK, pinned, into this folder: node_modules/ (package-lock.json) and .tools/.
# Needs Node.js 20 or newer with npm; on Debian as root also fetches promtool and shellcheck, which are optional elsewhere.
# kubectl (or kustomize) and terraform are expected to be on the machine.
set -eu
cd "$(dirname "$0")"

mkdir -p .tools
wanted="$(cksum package-lock.json tools/extract-aws-schema.mjs)"
if [ ! -d node_modules ] || [ "$(cat .tools/installed 2>/dev/null)" != "$wanted" ]; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  # The schema of the AWS provider, from the package that carries it, for the stand-in provider of the Terraform checks.
  node tools/extract-aws-schema.mjs .tools/aws-schema.json
  echo "$wanted" >.tools/installed
fi

# Only the programs: installing the package prometheus would start a server.
unpack() {
  program="$1" package="$2"
  if [ -x ".tools/$program" ] || command -v "$program" >/dev/null 2>&1; then
    return 0
  fi
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "no apt-get here: install $program yourself, or do without" >&2
    return 0
  fi
  folder="$(mktemp -d)"
  if (cd "$folder" && apt-get download -qq "$package" && dpkg-deb -x "$package"_*.deb .) >/dev/null 2>&1; then
    cp "$folder/usr/bin/$program" .tools/
  else
    echo "cannot fetch $package (apt-get update first?): doing without $program" >&2
  fi
  rm -rf "$folder"
}
unpack promtool prometheus
unpack shellcheck shellcheck

for program in kubectl terraform; do
  command -v "$program" >/dev/null 2>&1 || echo "missing: $program; its checks will be skipped" >&2
done

#!/bin/sh
# Prints, as a JSON list, the services whose image differs from that of a commit: affected-services.sh COMMIT
# With "released" instead of a commit, each service is compared with the commit that prd runs.
set -eu
cd "$(dirname "$0")/.."

base="$1"
services="bff-gateway store-service item-service order-service sale-service dashboard-service consulting-service"
# A change here can change every jar or image.
shared="pom.xml common-lib service-parent Dockerfile .dockerignore deploy/image"

released() {
  awk -v name="salesync/$1" '$2 == "name:" && $3 == name {found = 1} found && $1 == "newTag:" {gsub(/"/, "", $2); print $2; exit}' \
    k8s/overlays/prd/kustomization.yaml
}

list=""
for service in $services; do
  from="$base"
  if [ "$base" = released ]; then
    from="$(released "$service")"
  fi
  # An unknown commit (nothing released yet, history rewritten) means: build it.
  # shellcheck disable=SC2086
  if ! git cat-file -e "$from^{commit}" 2>/dev/null || ! git diff --quiet "$from" HEAD -- "$service" $shared; then
    list="$list\"$service\","
  fi
done
echo "[${list%,}]"

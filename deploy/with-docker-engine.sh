#!/bin/sh
# with-docker-engine.sh COMMAND...: runs a command with a Docker Engine: with the one that answers, if there is one; else with one
# of its own that lives as long as the command, in a network without a way out. That one can pull nothing, so it gets
# stand-ins for the upstream images (deploy/stand-ins). It takes root, a Debian mirror the first time, and JAVA_HOME of a JDK 25.
# Where there is no engine and none can be started, says why and runs the command all the same.
# What is costly to make (1 GiB of packages, and the images) is kept in SALESYNC_ENGINE_HOME.
set -eu
deploy="$(CDPATH='' cd -- "$(dirname "$0")" && pwd)"
home="${SALESYNC_ENGINE_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/salesync/docker-engine}"

obstacle() {
  [ "$(id -u)" = 0 ] || { echo "that takes root"; return; }
  for program in apt-get dpkg-deb nsenter unshare setpriv flock perl xz; do
    command -v "$program" >/dev/null || { echo "that takes $program"; return; }
  done
  grep -qs '^JAVA_VERSION="25' "${JAVA_HOME:-}/release" || { echo "that takes JAVA_HOME of a JDK 25"; return; }
  unshare --net --mount true 2>/dev/null || echo "the kernel gives no namespace"
}

# tree NAME PACKAGE...: Debian with these packages, unless it was made before; an archive where the name ends in .tar.
tree() {
  name="$1"
  shift
  [ ! -e "$home/$name" ] || return 0
  echo "Making $home/$name (a minute) ..." >&2
  if ! command -v mmdebstrap >/dev/null && [ ! -e "$home/usr/bin/mmdebstrap" ]; then
    (cd "$home" && apt-get download -qq mmdebstrap && dpkg-deb -x mmdebstrap_*.deb .) || return 1
  fi
  rm -rf "$home/unfinished-$name"
  PATH="$PATH:$home/usr/bin" mmdebstrap --quiet --variant=essential --include="$*" trixie "$home/unfinished-$name" >&2 \
    && mv "$home/unfinished-$name" "$home/$name"
}

start() {
  mkdir -p "$home" "$run/bin" "$run/config"
  exec 9>"$home/lock"
  flock 9
  tree base.tar libstdc++6 passwd postgresql-client || return 1
  tree engine docker.io docker-cli docker-compose docker-buildx iproute2 iptables mount || return 1
  # The newer programs of the tree take the place of the machine's, for the engine alone. It dies with this script.
  # shellcheck disable=SC2016  # expanded by the inner shell
  setpriv --pdeathsig TERM unshare --net --mount sh -c '
    mount --bind "$1/engine/etc/alternatives" /etc/alternatives
    mount --bind "$1/engine/usr" /usr
    ip link set lo up
    exec dockerd --data-root "$1/data" --exec-root "$2/exec" --pidfile "$2/pid" --host "unix://$2/socket" \
      --group root --default-ulimit nofile=20000:20000' engine "$home" "$run" >"$run/log" 2>&1 9>&- &
  engine=$!
  export DOCKER_HOST="unix://$run/socket" DOCKER_CONFIG="$run/config"
  ln -s "$home/engine/usr/libexec/docker/cli-plugins" "$DOCKER_CONFIG/cli-plugins"
  ln -s "$home/engine/usr/bin/docker" "$run/bin/docker"
  export PATH="$PATH:$run/bin"
  until docker info >/dev/null 2>&1; do
    kill -0 "$engine" 2>/dev/null || { tail -n 5 "$run/log" >&2; return 1; }
    sleep 1
  done
}

stop() {
  status=$?
  if [ -n "${engine:-}" ]; then
    # What newer builds have replaced is not kept.
    docker --host "unix://$run/socket" image prune --force >/dev/null 2>&1 || true
    { kill "$engine" && wait "$engine"; } 2>/dev/null || true
  fi
  rm -rf "$run"
  exit "$status"
}

docker info >/dev/null 2>&1 && exec "$@"
why="$(obstacle)"
if [ -n "$why" ]; then
  echo "No Docker Engine answers, and none can be started here: $why" >&2
  exec "$@"
fi
run="$(mktemp -d)"
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
if start; then
  "$deploy/stand-ins/build.sh" "$home"
  # Nothing is left to be cleaned up by Testcontainers' own container once the engine has gone.
  export TESTCONTAINERS_RYUK_DISABLED=true
  nsenter --net="/proc/$engine/ns/net" -- "$@"
else
  unset DOCKER_HOST DOCKER_CONFIG
  echo "No Docker Engine answers, and the one of Debian does not start here, see above" >&2
  "$@"
fi

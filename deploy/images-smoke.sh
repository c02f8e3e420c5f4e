#!/bin/sh
# Builds every image from the jars in */target, brings the compose system up to healthy, sells a pizza through it, reads the
# settlement's text where SNS would be, takes it down. Needs a Docker Engine with the compose plugin (with-docker-engine.sh can
# start one); says loudly when there is none, and then succeeds unless SMOKE_REQUIRED=true.
set -eu
cd "$(dirname "$0")/.."

skip() {
  echo "==================================================================" >&2
  echo "SKIPPED: $1: no image was built and no container was started" >&2
  echo "==================================================================" >&2
  [ "${SMOKE_REQUIRED:-false}" != true ] || exit 1
  exit 0
}

docker info >/dev/null 2>&1 || skip "no Docker Engine answers"
docker compose version >/dev/null 2>&1 || skip "docker has no compose plugin"
services="store-service item-service order-service sale-service dashboard-service consulting-service bff-gateway"
for service in $services; do
  [ -f "$service/target/$service.jar" ] || skip "$service/target/$service.jar is missing (./mvnw package -DskipTests)"
done

# A project of its own, so that neither a running compose system nor its data is touched.
export COMPOSE_PROJECT_NAME=salesync-smoke SALESYNC_TAG=smoke SALESYNC_PORT="${SALESYNC_PORT:-18080}" SALESYNC_SMS_PORT="${SALESYNC_SMS_PORT:-18089}"
# Beside the other files that containers mount: an engine may see no other folder.
secrets="$(mktemp -d "$PWD/.salesync-compose.XXXXXX")"
deploy/compose-env.sh "$secrets" >/dev/null
export SALESYNC_KEYS="$secrets/.salesync-compose"
compose() { docker compose --env-file "$secrets/.env" "$@"; }
finish() {
  status=$?
  [ "$status" = 0 ] || compose ps --all || true
  [ "$status" = 0 ] || compose logs --tail 50 || true
  compose down --volumes --timeout 10 >/dev/null 2>&1 || true
  rm -rf "$secrets"
  exit "$status"
}
trap finish EXIT

# Two at a time: each build starts a service to train its cache.
# shellcheck disable=SC2016  # expanded by the inner shell
echo "$services" | xargs -n 1 -P 2 sh -euc '
  image="salesync/$1:$SALESYNC_TAG"
  echo "Building $image ..."
  docker build --quiet --build-arg SERVICE="$1" --tag "$image" . >/dev/null
  [ "$(docker image inspect --format "{{.Config.User}}" "$image")" = 10001:10001 ] || { echo "$image runs as root" >&2; exit 1; }
  docker run --rm --network none --entrypoint test "$image" -s /app/application.aot || { echo "$image has no AOT cache" >&2; exit 1; }
' build
compose up --no-build --wait --wait-timeout 600
compose ps --format 'table {{.Service}}\t{{.Status}}'
deploy/sell-a-pizza.sh "http://127.0.0.1:$SALESYNC_PORT" "http://127.0.0.1:$SALESYNC_SMS_PORT"

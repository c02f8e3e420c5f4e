#!/bin/sh
# Writes .env with fresh random secrets for docker-compose, once; an existing .env is left alone.
#   deploy/compose-env.sh [FOLDER]       the repository's root unless a folder is given, by its whole path
set -eu
cd "$(dirname "$0")/.."
deploy="$PWD/deploy"
cd "${1:-.}"
names="POSTGRES_PASSWORD STORE_DATABASE_PASSWORD ITEM_DATABASE_PASSWORD ORDER_DATABASE_PASSWORD
  SALE_DATABASE_PASSWORD DASHBOARD_DATABASE_PASSWORD CONSULTING_DATABASE_PASSWORD
  STORE_DATABASE_OWNER_PASSWORD ITEM_DATABASE_OWNER_PASSWORD ORDER_DATABASE_OWNER_PASSWORD
  SALE_DATABASE_OWNER_PASSWORD DASHBOARD_DATABASE_OWNER_PASSWORD CONSULTING_DATABASE_OWNER_PASSWORD
  SIGNING_KEYS_SECRET GRAFANA_PASSWORD"
# Each service is given its own key; the operator's is for deploy/operator-token.sh.
callers="STORE_INTERNAL_SIGNING_KEY=store-service ITEM_INTERNAL_SIGNING_KEY=item-service
  ORDER_INTERNAL_SIGNING_KEY=order-service SALE_INTERNAL_SIGNING_KEY=sale-service
  DASHBOARD_INTERNAL_SIGNING_KEY=dashboard-service CONSULTING_INTERNAL_SIGNING_KEY=consulting-service
  BFF_INTERNAL_SIGNING_KEY=bff-gateway OPERATOR_SIGNING_KEY=operator"
if [ -e .env ]; then
  again="remove it (and the volumes: docker compose down -v) to start over"
  for name in $names $callers; do
    grep -q "^${name%%=*}=" .env || { echo ".env is of an older Salesync and lacks ${name%%=*}; $again" >&2; exit 1; }
  done
  echo ".env exists already; $again"
  exit 0
fi
random() { od -An -v -N24 -tx1 /dev/urandom | tr -d ' \n'; }
umask 077
keys="$(mktemp -d)"
trap 'rm -rf "$keys"' EXIT
"$deploy/internal-keys.sh" all "$keys"
{
  for name in $names; do
    echo "$name=$(random)"
  done
  for caller in $callers; do
    echo "${caller%%=*}=$(cat "$keys/${caller#*=}.key")"
  done
} >.env
# What every service reads; it runs as another user.
mkdir -p .salesync-compose
cp "$keys/public-keys.json" .salesync-compose/public-keys.json
chmod 755 .salesync-compose
chmod 644 .salesync-compose/public-keys.json
echo "wrote .env and .salesync-compose/public-keys.json"

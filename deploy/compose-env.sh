#!/bin/sh
# Writes .env with fresh random secrets for docker-compose, once; an existing .env is left alone.
set -eu
cd "$(dirname "$0")/.."
names="POSTGRES_PASSWORD STORE_DATABASE_PASSWORD ITEM_DATABASE_PASSWORD ORDER_DATABASE_PASSWORD
  SALE_DATABASE_PASSWORD DASHBOARD_DATABASE_PASSWORD CONSULTING_DATABASE_PASSWORD
  STORE_DATABASE_OWNER_PASSWORD ITEM_DATABASE_OWNER_PASSWORD ORDER_DATABASE_OWNER_PASSWORD
  SALE_DATABASE_OWNER_PASSWORD DASHBOARD_DATABASE_OWNER_PASSWORD CONSULTING_DATABASE_OWNER_PASSWORD
  SALESYNC_INTERNAL_KEY SIGNING_KEYS_SECRET GRAFANA_PASSWORD"
if [ -e .env ]; then
  again="remove it (and the volumes: docker compose down -v) to start over"
  for name in $names; do
    grep -q "^$name=" .env || { echo ".env is of an older Salesync and lacks $name; $again" >&2; exit 1; }
  done
  echo ".env exists already; $again"
  exit 0
fi
random() { od -An -v -N24 -tx1 /dev/urandom | tr -d ' \n'; }
umask 077
for name in $names; do
  echo "$name=$(random)"
done >.env
echo "wrote .env"

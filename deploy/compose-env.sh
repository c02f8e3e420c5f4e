#!/bin/sh
# Writes .env with fresh random secrets for docker-compose, once; an existing .env is left alone.
set -eu
cd "$(dirname "$0")/.."
if [ -e .env ]; then
  echo ".env exists already; remove it (and the volumes: docker compose down -v) to start over"
  exit 0
fi
random() { od -An -v -N24 -tx1 /dev/urandom | tr -d ' \n'; }
umask 077
{
  for name in POSTGRES_PASSWORD STORE_DATABASE_PASSWORD ITEM_DATABASE_PASSWORD ORDER_DATABASE_PASSWORD \
    SALE_DATABASE_PASSWORD DASHBOARD_DATABASE_PASSWORD CONSULTING_DATABASE_PASSWORD \
    SALESYNC_INTERNAL_KEY SIGNING_KEYS_SECRET GRAFANA_PASSWORD; do
    echo "$name=$(random)"
  done
} >.env
echo "wrote .env"

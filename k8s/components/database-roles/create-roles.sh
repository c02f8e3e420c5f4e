#!/bin/sh
# Gives every service a schema and two login roles: <service>_owner owns the schema and migrates it, <service>_service serves
# with the rights that the migrations grant it. Run again at any time: it also sets the current passwords, which is how one
# is rotated. Used by docker-compose (image entry point) and by the Kubernetes job.
# Needs PG* or POSTGRES_* of an administrator, <SERVICE>_DATABASE_PASSWORD and <SERVICE>_DATABASE_OWNER_PASSWORD for each.
set -eu

: "${PGDATABASE:=${POSTGRES_DB:-salesync}}"
: "${PGUSER:=${POSTGRES_USER:-postgres}}"
export PGDATABASE PGUSER

run() { psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 "$@"; }

# Handed over in the environment: arguments show in the process list.
password() {
  printenv "$1" || { echo "$1 is not set" >&2; exit 1; }
}

# Before anything is changed: until its schemas had owners of their own, Salesync kept other keys, which no migration changes.
older="$(run --tuples-only --no-align <<'SQL'
SELECT string_agg(nspname || ' (' || pg_get_userbyid(nspowner) || ')', ', ' ORDER BY nspname) FROM pg_namespace
 WHERE nspname IN ('store', 'item', 'orders', 'sale', 'dashboard', 'consulting')
   AND pg_get_userbyid(nspowner) LIKE '%\_service';
SQL
)"
if [ -n "$older" ]; then
  echo "This database is of an older Salesync: schemas belong to the roles that serve: $older." >&2
  echo "Nothing was changed. Its rows have other keys and cannot be migrated: begin with an empty database" >&2
  echo "(docker-compose: docker compose down -v; dev: drop the database; see docs/operations.md, 'A database of an older Salesync')." >&2
  exit 1
fi

for service in store item order sale dashboard consulting; do
  case "$service" in
    order) schema=orders ;;
    *) schema=$service ;;
  esac
  variable="$(printf '%s' "$service" | tr '[:lower:]' '[:upper:]')_DATABASE"
  SERVICE_PASSWORD="$(password "${variable}_PASSWORD")"
  OWNER_PASSWORD="$(password "${variable}_OWNER_PASSWORD")"
  export SERVICE_PASSWORD OWNER_PASSWORD
  run --set role="${service}_service" --set owner="${service}_owner" --set schema="$schema" <<'SQL'
\getenv service_password SERVICE_PASSWORD
\getenv owner_password OWNER_PASSWORD
SELECT format('CREATE ROLE %I LOGIN NOINHERIT', name) FROM unnest(ARRAY[:'role', :'owner']) AS name
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec
ALTER ROLE :"role" PASSWORD :'service_password' CONNECTION LIMIT 100;
ALTER ROLE :"role" SET search_path = :"schema";
ALTER ROLE :"owner" PASSWORD :'owner_password' CONNECTION LIMIT 5;
GRANT :"owner" TO CURRENT_USER;
CREATE SCHEMA IF NOT EXISTS :"schema" AUTHORIZATION :"owner";
SET ROLE :"owner";
GRANT USAGE ON SCHEMA :"schema" TO :"role";
RESET ROLE;
SELECT format('GRANT CONNECT ON DATABASE %I TO %I, %I', current_database(), :'role', :'owner') \gexec
SQL
done

run <<'SQL'
REVOKE ALL ON SCHEMA public FROM PUBLIC;
SELECT format('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()) \gexec
SQL

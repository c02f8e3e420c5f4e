#!/bin/sh
# Gives every service a schema and a login role that owns nothing else. Run again at any time: it also sets the current
# passwords, which is how one is rotated. Used by docker-compose (image entry point) and by the Kubernetes job.
# Needs PG* or POSTGRES_* of an administrator and <SERVICE>_DATABASE_PASSWORD for each service.
set -eu

: "${PGDATABASE:=${POSTGRES_DB:-salesync}}"
: "${PGUSER:=${POSTGRES_USER:-postgres}}"
export PGDATABASE PGUSER

for service in store item order sale dashboard consulting; do
  case "$service" in
    order) schema=orders ;;
    *) schema=$service ;;
  esac
  variable="$(printf '%s' "$service" | tr '[:lower:]' '[:upper:]')_DATABASE_PASSWORD"
  # Handed over in the environment: arguments show in the process list.
  ROLE_PASSWORD="$(printenv "$variable")" || { echo "$variable is not set" >&2; exit 1; }
  export ROLE_PASSWORD
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --set role="${service}_service" --set schema="$schema" <<'SQL'
\getenv password ROLE_PASSWORD
SELECT format('CREATE ROLE %I LOGIN NOINHERIT', :'role')
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
ALTER ROLE :"role" PASSWORD :'password' CONNECTION LIMIT 100;
ALTER ROLE :"role" SET search_path = :"schema";
GRANT :"role" TO CURRENT_USER;
CREATE SCHEMA IF NOT EXISTS :"schema" AUTHORIZATION :"role";
SELECT format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), :'role') \gexec
SQL
done

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 <<'SQL'
REVOKE ALL ON SCHEMA public FROM PUBLIC;
SELECT format('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()) \gexec
SQL

#!/bin/sh
# Keeps the names of all metrics that a running system exports, for the build to hold rules and dashboards against:
# record-metrics.sh URL...   with the management addresses, such as http://127.0.0.1:8081
# (./salesync status shows those of the local stack). Let it do some work first: a metric appears with its first use.
set -eu
cd "$(dirname "$0")"
out=src/test/resources/exported-metrics.txt
names="$(mktemp)"
for url in "$@"; do
  curl -fsS "$url/actuator/prometheus" | sed -n 's/^\([a-zA-Z_:][a-zA-Z0-9_:]*\).*/\1/p' >>"$names"
done
{
  echo "# Names of all metrics that the running services export, kept by record-metrics.sh."
  LC_ALL=C sort -u "$names"
} >"$out"
rm "$names"
echo "$(($(wc -l <"$out") - 1)) names"

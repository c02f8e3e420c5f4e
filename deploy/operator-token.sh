#!/bin/sh
# Prints a token for the operator's calls, good for one minute, signed with the internal key on standard input; with the id of a
# store as argument, one for what services read about that store:
#   aws secretsmanager get-secret-value --secret-id salesync/prd/internal-key --query SecretString --output text \
#     | jq -r .key | deploy/operator-token.sh [STORE]
# The gateway routes no internal operation: call the service through kubectl port-forward.
set -eu

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

rights='"scope":"operator"'
if [ $# -gt 0 ]; then
  # The store's own clock only matters to calls without dates.
  rights="\"scope\":\"internal\",\"sub\":\"$1\",\"zone\":\"Asia/Seoul\",\"day_start\":\"00:00\""
fi
key="$(cat)"
[ "${#key}" -ge 32 ] || { echo "no internal key on standard input" >&2; exit 1; }
now="$(date +%s)"
head="$(printf '{"alg":"HS256","typ":"at+jwt"}' | base64url)"
claims="$(printf '{"iss":"salesync-internal","aud":["salesync"],"iat":%d,"exp":%d,"sid":"operator",%s}' \
  "$now" "$((now + 60))" "$rights" | base64url)"
# openssl takes the key as an argument, hence hexadecimal and a short-lived process on the operator's own machine.
hex="$(printf '%s' "$key" | od -An -v -tx1 | tr -d ' \n')"
signature="$(printf '%s.%s' "$head" "$claims" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$hex" -binary | base64url)"
printf '%s.%s.%s\n' "$head" "$claims" "$signature"

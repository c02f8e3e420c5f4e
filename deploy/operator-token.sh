#!/bin/sh
# Prints a token for the operator's calls, good for one minute, signed with the operator's private key on standard input; with the
# id of a store as argument, one for what operators read about that store:
#   aws secretsmanager get-secret-value --secret-id salesync/prd/internal-key-operator --query SecretString --output text \
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
kid="$(printf '%s' "$key" | "$(dirname "$0")/internal-keys.sh" public operator | sed 's/.*"kid":"\([^"]*\)".*/\1/')"
[ -n "$kid" ] || { echo "no private key of the operator's on standard input" >&2; exit 1; }
now="$(date +%s)"
head="$(printf '{"alg":"ES256","typ":"at+jwt","kid":"%s"}' "$kid" | base64url)"
claims="$(printf '{"iss":"operator","aud":["salesync"],"iat":%d,"exp":%d,"sid":"operator",%s}' \
  "$now" "$((now + 60))" "$rights" | base64url)"

# openssl reads the key from a file of its own and writes a signature in DER, a token holds the two numbers with 32 bytes each.
folder="$(umask 077 && mktemp -d)"
trap 'rm -rf "$folder"' EXIT
printf '%s' "$key" | openssl base64 -d -A | openssl pkey -inform DER -out "$folder/key.pem"
printf '%s.%s' "$head" "$claims" >"$folder/text"
signature="$(openssl dgst -sha256 -sign "$folder/key.pem" "$folder/text" | openssl asn1parse -inform DER \
  | sed -n 's/.*INTEGER *:\([0-9A-F]*\)$/\1/p' | while read -r number; do printf '%64s' "$number" | tr ' ' 0; done)"
octal="$(for byte in $(printf '%s' "$signature" | sed 's/../& /g'); do printf '\\%03o' "0x$byte"; done)"
# shellcheck disable=SC2059
signature="$(printf "$octal" | base64url)"
printf '%s.%s.%s\n' "$head" "$claims" "$signature"

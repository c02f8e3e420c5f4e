#!/bin/sh
# Makes the keys by which services and operators prove themselves to a service (docs/operations.md, "Rotate keys").
#   deploy/internal-keys.sh all FOLDER       a private key for each caller (FOLDER/CALLER.key) and FOLDER/public-keys.json
#   deploy/internal-keys.sh key              one private key: P-256, PKCS#8 in base64, on one line
#   deploy/internal-keys.sh public CALLER    the public half of the private key on standard input, as a member of public-keys.json
set -eu

callers="$(dirname "$0")/internal-callers.txt"

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

# In PEM openssl writes PKCS#8; in DER some versions do not.
key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 | grep -v '^-' | tr -d '\n'; }

public() {
  scopes="$(awk -v caller="$1" '$1 == caller { print $2 }' "$callers" | sed 's/[^,]*/"&"/g')"
  [ -n "$scopes" ] || { echo "no caller $1 in $callers" >&2; exit 1; }
  key="$(cat)"
  point() { printf '%s' "$key" | openssl base64 -d -A | openssl pkey -inform DER -pubout -outform DER | tail -c 64; }
  x="$(point | head -c 32 | base64url)"
  y="$(point | tail -c 32 | base64url)"
  [ "${#x}-${#y}" = 43-43 ] || { echo "no private P-256 key on standard input" >&2; exit 1; }
  # The thumbprint of RFC 7638.
  kid="$(printf '{"crv":"P-256","kty":"EC","x":"%s","y":"%s"}' "$x" "$y" | openssl dgst -sha256 -binary | base64url)"
  printf '{"kty":"EC","crv":"P-256","x":"%s","y":"%s","kid":"%s","salesync_caller":"%s","salesync_scopes":[%s]}\n' \
    "$x" "$y" "$kid" "$1" "$scopes"
}

all() {
  umask 077
  mkdir -p "$1"
  {
    echo '{"keys":['
    separator=''
    grep -v '^#' "$callers" | while read -r caller _; do
      key >"$1/$caller.key"
      printf '%s' "$separator"
      public "$caller" <"$1/$caller.key"
      separator=', '
    done
    echo ']}'
  } >"$1/public-keys.json"
}

case "${1:-}-$#" in
  all-2) all "$2" ;;
  key-1) key && echo ;;
  public-2) public "$2" ;;
  *) sed -n '2,5s/^# *//p' "$0" >&2; exit 2 ;;
esac

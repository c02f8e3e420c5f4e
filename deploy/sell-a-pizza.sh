#!/bin/sh
# sell-a-pizza.sh [URL [INBOX]]: sells one pizza through a running system, as a new shop, asks for advice and settles the day; the
# text must be in the inbox (of the SNS stub), if one is given. Says what went wrong, if anything.
set -eu
url="${1:-http://localhost:8080}"
inbox="${2:-}"
answer="$(mktemp)"
trap 'rm -f "$answer"' EXIT

fail() {
  echo "$1; the last answer was:" >&2
  cat "$answer" >&2
  echo >&2
  exit 1
}

# call METHOD PATH "EXPECTED-STATUS..." [BODY]: a busy machine may answer 503 for a while, after which the same may be asked again
call() {
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    status="$(curl -sS -o "$answer" -w '%{http_code}' -X "$1" "$url$2" -H 'Accept-Language: en' \
      -H "Idempotency-Key: $name $2" \
      ${token:+-H "Authorization: Bearer $token"} ${4:+-H 'Content-Type: application/json' -d "$4"})" \
      || fail "$1 $2 reached nobody"
    [ "$status" = 503 ] || break
    sleep 2
  done
  case " $3 " in
    *" $status "*) ;;
    *) fail "$1 $2 answered $status instead of $3" ;;
  esac
}

# field NAME: the first value of that name in the last answer
field() {
  value="$(sed -n "s/.*\"$1\" *: *\"\{0,1\}\([^\",}]*\).*/\1/p" "$answer" | head -n 1)"
  [ -n "$value" ] || fail "no $1"
  printf '%s' "$value"
}

token=
name="smoke$(date +%s)$$"
secret="$(od -An -v -N12 -tx1 /dev/urandom | tr -d ' \n')"
# Taken already: by this very call, if a first answer was too late.
call POST /stores/ "201 409" "{\"username\":\"$name\",\"password\":\"$secret\",\"owner_name\":\"Smoke\",\"phone\":\"010-1234-5678\",\"store_name\":\"$name\",\"address\":\"Seoul\",\"store_type\":\"pizza\"}"
call POST /stores/login 200 "{\"username\":\"$name\",\"password\":\"$secret\"}"
token="$(field access_token)"
call POST /categories/ 201 '{"name":"Pizza"}'
category="$(field id)"
call POST "/categories/$category/items" 201 '{"name":"Margherita","price":18000}'
item="$(field id)"
call POST /orders/ 200 "{\"table_no\":4,\"carts\":[{\"item_id\":$item,\"quantity\":1}]}"
call POST /sales/ 201 '{"table_no":4,"total_price":18000,"payment_type":"card"}'
call GET /orders/unpaids/4 200
[ "$(tr -d ' \n' <"$answer")" = '{"carts":[]}' ] || fail "table 4 is not free"
today="$(TZ=Asia/Seoul date +%F)"
call GET "/sales/daily?date=$today" 200
[ "$(field sales_volume)" = 18000 ] || fail "the day's revenue is not 18000"
echo "sold one pizza for 18000 won through $url"

call GET "/consulting/?start=$today&end=$today" 200
request="$(field req_id)"
for _ in $(seq 60); do
  call GET "/consulting/$request" 200
  [ "$(field result)" != success ] || break
  sleep 1
done
call GET "/dashboard/consulting/$request" 200
[ "$(field result)" = success ] || fail "no advice within a minute"
echo "got advice on it"

call POST /dashboard/settlements 200 "{\"date\":\"$today\"}"
[ -n "$inbox" ] || exit 0
for _ in $(seq 10); do
  curl -fsS -o "$answer" "$inbox" || fail "the inbox reached nobody"
  ! grep -q "\[$name\]" "$answer" || break
  sleep 1
done
grep "\[$name\]" "$answer" || fail "no text of the settlement"

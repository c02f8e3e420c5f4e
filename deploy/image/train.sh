#!/bin/sh
# Starts the service once without database, broker or neighbours and stops as soon as the context is complete,
# so that the JVM can write its AOT cache. A service whose start needs its database ends early: the cache then holds
# what was loaded up to there. Never fails the image: without a usable cache the JVM starts as usual, only slower.
set -u

# Stand-ins, valid for this one run only.
export DATABASE_URL=jdbc:postgresql://127.0.0.1:1/salesync
export DATABASE_PASSWORD=training
export KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1
# A pair of keys that nothing else knows.
export INTERNAL_SIGNING_KEY=MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAlAgEBBCBbShtCUdTI8r9iyVxjs1bSTIM188DJtb3yicrdzRAtuA==
export INTERNAL_PUBLIC_KEYS=/tmp/public-keys.json
printf '{"keys":[{"kty":"EC","crv":"P-256","x":"%s","y":"%s","kid":"training","salesync_caller":"%s","salesync_scopes":["internal"]}]}' \
  22dr1sYjgAoEqqJdH00uIM0dFxS2nir8Fk6zoQl2tZg 7I0V8xIzn1xWTDO7mfQz9qTMhc5DC3oUmag8B-ACcA8 "$SERVICE" >"$INTERNAL_PUBLIC_KEYS"
export SIGNING_KEYS_SECRET=training-run-training-run-training-run

cd /app || exit 1
timeout 600 java @/app/java.args -XX:AOTCacheOutput=/app/application.aot -Dspring.context.exit=onRefresh -jar /app/application.jar \
  --spring.main.banner-mode=off \
  --spring.datasource.hikari.initialization-fail-timeout=-1 \
  --spring.datasource.hikari.minimum-idle=0 \
  --spring.datasource.hikari.connection-timeout=250 \
  --spring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect \
  --spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false \
  --spring.kafka.listener.auto-startup=false \
  --db-scheduler.delay-startup-until-context-ready=true \
  >/tmp/train.log 2>&1
status=$?
if [ -s /app/application.aot ]; then
  echo "AOT cache: $(wc -c </app/application.aot) bytes (training run ended with $status)"
else
  echo "No AOT cache (training run ended with $status); the last lines were:"
  tail -n 20 /tmp/train.log
fi
rm -rf /tmp/train.log /tmp/train.sh /tmp/public-keys.json /tmp/hsperfdata_* /tmp/tomcat*

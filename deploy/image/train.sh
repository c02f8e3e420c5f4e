#!/bin/sh
# Starts the service once without database, broker or neighbours and stops as soon as the context is complete,
# so that the JVM can write its AOT cache. A service whose start needs its database ends early: the cache then holds
# what was loaded up to there. Never fails the image: without a usable cache the JVM starts as usual, only slower.
set -u

# Stand-ins, valid for this one run only.
export DATABASE_URL=jdbc:postgresql://127.0.0.1:1/salesync
export DATABASE_PASSWORD=training
export KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1
export SALESYNC_INTERNAL_KEY=training-run-training-run-training-run
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
rm -rf /tmp/train.log /tmp/train.sh /tmp/hsperfdata_* /tmp/tomcat*

#!/bin/sh
# build.sh HOME: stand-ins for the upstream images that this repository names, made of HOME/base.tar (a minimal Debian), JAVA_HOME, and
# the PostgreSQL and Kafka of the local stack. Unless they exist already.
set -eu
home="$1"
cd "$(dirname "$0")/../.."

classpath=local-stack/target/local-stack.classpath
[ -f "$classpath" ] || { echo "$classpath is missing: ./mvnw package -DskipTests makes it" >&2; exit 1; }
names="$(sed -nE 's/.*(RUNTIME=|image: |")((eclipse-temurin|postgres|apache\/kafka):[^" ]+).*/\2/p' \
  Dockerfile docker-compose.yml common-lib/src/test/java/com/salesync/common/test/*.java | sort -u)"

inputs() { echo "$names" && cat "$JAVA_HOME/release" "$classpath" deploy/stand-ins/* && ls -l "$home/base.tar"; }
made="salesync/stand-ins:$(inputs | cksum | cut -d ' ' -f 1)"
if docker image inspect "$made" >/dev/null 2>&1; then
  exit 0
fi

echo "Making stand-ins for $(echo "$names" | tr '\n' ' ')..." >&2
context="$home/context"
rm -rf "$context"
mkdir -p "$context/kafka" "$context/postgres"
cp deploy/stand-ins/* "$context"
ln "$home/base.tar" "$context"
# What a JRE has: everything but the tools of a JDK.
"$JAVA_HOME/bin/jlink" --output "$context/jre" --strip-java-debug-attributes --no-man-pages --no-header-files --generate-cds-archive \
  --add-modules java.se,jdk.charsets,jdk.crypto.cryptoki,jdk.crypto.ec,jdk.httpserver,jdk.jfr,jdk.localedata,jdk.management \
  --add-modules jdk.management.agent,jdk.management.jfr,jdk.naming.dns,jdk.net,jdk.nio.mapmode,jdk.security.auth,jdk.security.jgss \
  --add-modules jdk.unsupported,jdk.xml.dom,jdk.zipfs >&2
cp -R "$JAVA_HOME" "$context/jdk"
for jar in $(tr ':' ' ' <"$classpath"); do
  case "$jar" in
    */embedded-postgres-binaries-*) (cd "$context/postgres" && "$JAVA_HOME/bin/jar" -xf "$jar" && tar -xJf ./*.txz && rm ./*.txz) ;;
    *) cp "$jar" "$context/kafka" ;;
  esac
done

for name in $names; do
  case "$name" in
    eclipse-temurin:*-jre) target=jre ;;
    eclipse-temurin:*-jdk) target=jdk ;;
    postgres:*) target=postgres ;;
    apache/kafka:*) target=kafka ;;
    *) echo "there is no stand-in for $name" >&2 && exit 1 ;;
  esac
  docker build --quiet --target "$target" --tag "$name" --tag "$made" "$context" >/dev/null
done
rm -rf "$context"

# the entry point needs a shell
FROM eclipse-temurin:25-jre
USER 10001:10001
ENTRYPOINT exec java -jar application.jar

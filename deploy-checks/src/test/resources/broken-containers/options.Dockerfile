# options that the training run did not have
FROM eclipse-temurin:25-jre
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:AOTCache=/app/application.aot", "-jar", "application.jar"]

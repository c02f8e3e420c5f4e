# Unknown instruction: ETRYPOINT
FROM eclipse-temurin:25-jre
USER 10001:10001
ETRYPOINT ["java", "-jar", "application.jar"]

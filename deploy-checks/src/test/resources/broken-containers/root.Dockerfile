# runs as root
FROM eclipse-temurin:25-jre
ENTRYPOINT ["java"]

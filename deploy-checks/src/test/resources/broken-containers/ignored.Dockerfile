# docs/operations.md is not in the build context
FROM eclipse-temurin:25-jre
COPY docs/operations.md /app/
USER 10001:10001
ENTRYPOINT ["java"]

# One image pattern for all services: docker build --build-arg SERVICE=order-service .
# The jar is the one that ./mvnw verify built and tested; nothing is compiled here.

ARG RUNTIME=eclipse-temurin:25-jre

FROM ${RUNTIME} AS layers
ARG SERVICE
WORKDIR /layers
COPY ${SERVICE}/target/${SERVICE}.jar application.jar
RUN ["java", "-Djarmode=tools", "-jar", "application.jar", "extract", "--layers", "--destination", "extracted"]

FROM ${RUNTIME}
ARG SERVICE
ARG REVISION=unknown
LABEL org.opencontainers.image.title="salesync ${SERVICE}" \
      org.opencontainers.image.revision="${REVISION}"

WORKDIR /app
# What changes least comes first, so that a release uploads its own classes and its cache only.
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
COPY deploy/image/java.args ./
COPY deploy/image/train.sh /tmp/train.sh

# The cache is only valid for this JVM and these files, hence a training run in the final stage.
RUN ["sh", "/tmp/train.sh"]

ENV SERVER_PORT=8080 \
    MANAGEMENT_SERVER_PORT=8081
EXPOSE 8080 8081
USER 10001:10001
ENTRYPOINT ["java", "@/app/java.args", "-XX:AOTCache=/app/application.aot", "-jar", "/app/application.jar"]

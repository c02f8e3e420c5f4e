# bakes a secret in
FROM eclipse-temurin:25-jre
ENV INTERNAL_SIGNING_KEY=hunter2
USER 10001:10001
ENTRYPOINT ["java"]

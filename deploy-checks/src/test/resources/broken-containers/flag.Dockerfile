# Unknown flag: form
FROM eclipse-temurin:25-jre AS layers
FROM eclipse-temurin:25-jre
COPY --form=layers /a /a
USER 10001:10001
ENTRYPOINT ["java"]

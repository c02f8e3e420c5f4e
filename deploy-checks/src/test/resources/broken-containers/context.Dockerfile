# deploy/image/trian.sh is not in the build context
FROM eclipse-temurin:25-jre
COPY deploy/image/trian.sh /tmp/train.sh
USER 10001:10001
ENTRYPOINT ["java"]

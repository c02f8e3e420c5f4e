package com.salesync.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.KafkaServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.common.test.Till;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The dashboard starts before consulting-service has made the topic. */
@ServiceTest
@DirtiesContext
@TestPropertySource(
    properties = {
      "salesync.consulting.topic=" + LateTopicIT.LATE,
      "spring.kafka.consumer.group-id=" + LateTopicIT.LATE
    })
class LateTopicIT {

  static final String LATE = "late";

  private static final int PARTITIONS = 3;

  private final RestTestClient client;
  private final KafkaTemplate<String, byte[]> kafka;

  LateTopicIT(RestTestClient client, KafkaTemplate<String, byte[]> kafka) {
    this.client = client;
    this.kafka = kafka;
  }

  @Test
  void leavesTheTopicToConsultingServiceAndThenReadsAllOfIt() throws Exception {
    Neighbours.reset();
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", KafkaServer.get().bootstrapServers()))) {
      await().ignoreExceptions().until(() -> readers(admin) == 1);

      admin.createTopics(List.of(new NewTopic(LATE, PARTITIONS, (short) 1))).all().get();
    }
    long store = TestTokens.newStore();
    Till till = new Till(client, store, TestTokens.bearer(store));
    for (int partition = 0; partition < PARTITIONS; partition++) {
      String request = UUID.randomUUID().toString();
      byte[] accepted =
          "{\"version\":1,\"type\":\"accepted\",\"req_id\":\"%s\",\"store_id\":%d}"
              .formatted(request, store)
              .getBytes(StandardCharsets.UTF_8);
      kafka.send(new ProducerRecord<>(LATE, partition, request, accepted)).get();
      await()
          .untilAsserted(
              () ->
                  assertThat(till.get("/dashboard/consulting/" + request).status()).isEqualTo(200));
    }
  }

  private static int readers(Admin admin) throws Exception {
    return admin
        .describeConsumerGroups(List.of(LATE))
        .describedGroups()
        .get(LATE)
        .get()
        .members()
        .size();
  }
}

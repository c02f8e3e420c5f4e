package com.salesync.dashboard;

import static com.salesync.dashboard.Neighbours.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.KafkaServer;
import com.salesync.common.test.Till;
import com.salesync.common.test.Till.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A store that reads what comes over the topic. */
abstract class ConsultingTopicScenario {

  protected final RestTestClient client;
  protected final Till till;
  protected final KafkaTemplate<String, byte[]> kafka;
  protected final JdbcClient jdbc;
  protected final MeterRegistry metrics;

  ConsultingTopicScenario(
      RestTestClient client,
      KafkaTemplate<String, byte[]> kafka,
      JdbcClient jdbc,
      MeterRegistry metrics) {
    this.client = client;
    this.till = Till.of(client);
    this.kafka = kafka;
    this.jdbc = jdbc;
    this.metrics = metrics;
  }

  @BeforeEach
  void reset() {
    Neighbours.reset();
  }

  protected Answer read(String request) {
    return till.get("/dashboard/consulting/" + request);
  }

  protected void send(@Nullable String key, String value) {
    send(key, value.getBytes(StandardCharsets.UTF_8));
  }

  protected void send(@Nullable String key, byte[] value) {
    kafka.send("consulting", 0, key, value).join();
  }

  /** Once a later message is in, all earlier ones have been dealt with. */
  protected void passMarker() {
    String mark = UUID.randomUUID().toString();
    send(mark, event(mark, "accepted", "\"x\":1"));
    await().untilAsserted(() -> assertThat(read(mark).status()).isEqualTo(200));
  }

  protected String event(String request, String type, String more) {
    String store = more.contains("store_id") ? "" : "\"store_id\":" + till.storeId() + ",";
    return "{\"version\":1,\"type\":\"%s\",\"req_id\":\"%s\",%s%s}"
        .formatted(type, request, store, more);
  }

  protected double deadLetters() {
    return metrics.get("salesync.consulting.dead.letters").counter().count();
  }

  protected long rows(String request) {
    return jdbc.sql(
            "select count(*) from consulting_results where store_id = ? and req_id = ?::uuid")
        .params(till.storeId(), request)
        .query(Long.class)
        .single();
  }

  protected static List<ConsumerRecord<String, byte[]>> deadLettersOf(String key, int atLeast) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", KafkaServer.get().bootstrapServers(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of("consulting-dlt"));
      for (int i = 0; i < 40 && found.size() < atLeast; i++) {
        consumer
            .poll(Duration.ofMillis(250))
            .forEach(
                record -> {
                  if (key.equals(record.key())) {
                    found.add(record);
                  }
                });
      }
    }
    return found;
  }
}

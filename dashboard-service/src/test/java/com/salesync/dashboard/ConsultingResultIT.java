package com.salesync.dashboard;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThan;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.dashboard.Neighbours.STORES;
import static com.salesync.dashboard.Neighbours.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.KafkaServer;
import com.salesync.common.test.ServiceTest;
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
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ConsultingResultIT {

  private final RestTestClient client;
  private final Till till;
  private final KafkaTemplate<String, byte[]> kafka;
  private final JdbcClient jdbc;
  private final MeterRegistry metrics;

  ConsultingResultIT(
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

  @Test
  void servesAResultFromAcceptedToAnswered() {
    String request = UUID.randomUUID().toString();
    assertThat(read(request).status()).isEqualTo(404);

    send(request, event(request, "accepted", "\"x\":1"));
    await().untilAsserted(() -> assertThat(read(request).status()).isEqualTo(200));
    assertThat(read(request).<String>read("$.result")).isEqualTo("not completed");

    send(request, event(request, "completed", "\"answer\":\"<b>피자</b>를 파세요\""));
    await()
        .untilAsserted(
            () -> assertThat(read(request).<String>read("$.result")).isEqualTo("success"));
    assertThat(read(request).text())
        .isEqualTo(
            "{\"result\":\"success\",\"message\":\"상담 요청 조회 성공\","
                + "\"consulting\":\"<b>피자</b>를 파세요\"}");
    assertThat(till.get("/dashboard/consulting/test/" + request + "/").text())
        .isEqualTo(read(request).text());
  }

  @Test
  void saysWhyARequestFailed() {
    String request = UUID.randomUUID().toString();
    send(request, event(request, "failed", "\"failure_message\":\"모델이 응답하지 않습니다.\""));

    await().untilAsserted(() -> assertThat(read(request).status()).isEqualTo(200));
    assertThat(read(request).text())
        .isEqualTo("{\"result\":\"failed\",\"message\":\"모델이 응답하지 않습니다.\"}");
  }

  @Test
  void keepsTheFirstResultWhateverComesAgain() {
    String request = UUID.randomUUID().toString();
    send(request, event(request, "completed", "\"answer\":\"first\""));
    send(request, event(request, "completed", "\"answer\":\"first\""));
    send(request, event(request, "accepted", "\"x\":1"));
    send(request, event(request, "completed", "\"answer\":\"second\""));
    passMarker();

    assertThat(read(request).<String>read("$.consulting")).isEqualTo("first");
    assertThat(rows(request)).isEqualTo(1);
  }

  @Test
  void hidesAResultFromOtherStores() {
    String request = UUID.randomUUID().toString();
    send(request, event(request, "completed", "\"answer\":\"secret\""));
    await().untilAsserted(() -> assertThat(read(request).status()).isEqualTo(200));

    Answer foreign = Till.of(client).get("/dashboard/consulting/" + request);
    Answer unknown = Till.of(client).get("/dashboard/consulting/" + UUID.randomUUID());

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.<String>read("$.code")).isEqualTo(unknown.<String>read("$.code"));
    assertThat(read("nonsense").status()).isEqualTo(404);
    assertThat(read("1-2-3-4-5").status()).isEqualTo(404);
  }

  @Test
  void setsPoisonAsideAndLetsTheNextMessageFlow() {
    double before = deadLetters();
    String id = UUID.randomUUID().toString();
    String mark = UUID.randomUUID().toString();
    List<byte[]> poison = new ArrayList<>();
    poison.add("{not json".getBytes(StandardCharsets.UTF_8));
    poison.add("[]".getBytes(StandardCharsets.UTF_8));
    poison.add("null".getBytes(StandardCharsets.UTF_8));
    poison.add(new byte[] {(byte) 0xff, 0, 1});
    poison.add(
        event(id, "completed", "\"answer\":\"x\"")
            .replace("\"version\":1", "\"version\":2")
            .getBytes(StandardCharsets.UTF_8));
    poison.add(event(id, "exploded", "\"answer\":\"x\"").getBytes(StandardCharsets.UTF_8));
    poison.add(event(id, "completed", "\"answer\":\" \"").getBytes(StandardCharsets.UTF_8));
    poison.add(
        event(id, "completed", "\"answer\":\"x\",\"store_id\":-1")
            .getBytes(StandardCharsets.UTF_8));
    poison.add(
        event(id, "completed", "\"answer\":\"" + "가".repeat(340_000) + "\"")
            .getBytes(StandardCharsets.UTF_8));
    poison.forEach(value -> send(id, value));
    send(null, event(id, "completed", "\"answer\":\"x\""));
    send("another-key", event(id, "completed", "\"answer\":\"x\""));
    kafka.send("consulting", id, null).join();
    send(mark, event(mark, "completed", "\"answer\":\"flows\""));

    await().untilAsserted(() -> assertThat(read(mark).status()).isEqualTo(200));
    assertThat(read(id).status()).isEqualTo(404);
    await().untilAsserted(() -> assertThat(deadLetters() - before).isEqualTo(12));
    List<ConsumerRecord<String, byte[]>> aside = deadLettersOf(id, 10);
    assertThat(aside).hasSizeGreaterThanOrEqualTo(10);
    assertThat(aside)
        .allMatch(record -> record.headers().lastHeader("kafka_dlt-exception-stacktrace") == null);
  }

  @Test
  void setsAsideWhatNamesAnUnknownStore() {
    double before = deadLetters();
    STORES.stubFor(
        get(urlPathEqualTo("/internal/stores/self")).willReturn(aResponse().withStatus(404)));
    String request = UUID.randomUUID().toString();

    send(request, event(request, "completed", "\"answer\":\"x\""));

    await().untilAsserted(() -> assertThat(deadLetters() - before).isEqualTo(1));
    assertThat(read(request).status()).isEqualTo(404);
  }

  @Test
  void waitsOutAnOutageWithoutLosingAnything() {
    double before = deadLetters();
    STORES.stubFor(
        get(urlPathEqualTo("/internal/stores/self")).willReturn(aResponse().withStatus(503)));
    String request = UUID.randomUUID().toString();
    send(request, event(request, "completed", "\"answer\":\"late\""));
    await()
        .untilAsserted(
            () ->
                STORES.verify(
                    moreThan(7), getRequestedFor(urlPathEqualTo("/internal/stores/self"))));

    store("동네피자", "+821012345678", "ko");

    await().untilAsserted(() -> assertThat(read(request).status()).isEqualTo(200));
    assertThat(deadLetters()).isEqualTo(before);
  }

  @Test
  void exportsItsLag() {
    passMarker();
    assertThat(metrics.get("kafka.consumer.fetch.manager.records.lag.max").gauges()).isNotEmpty();
  }

  private Answer read(String request) {
    return till.get("/dashboard/consulting/" + request);
  }

  private void send(@Nullable String key, String value) {
    send(key, value.getBytes(StandardCharsets.UTF_8));
  }

  private void send(@Nullable String key, byte[] value) {
    kafka.send("consulting", 0, key, value).join();
  }

  /** Once a later message is in, all earlier ones have been dealt with. */
  private void passMarker() {
    String mark = UUID.randomUUID().toString();
    send(mark, event(mark, "accepted", "\"x\":1"));
    await().untilAsserted(() -> assertThat(read(mark).status()).isEqualTo(200));
  }

  private String event(String request, String type, String more) {
    String store = more.contains("store_id") ? "" : "\"store_id\":" + till.storeId() + ",";
    return "{\"version\":1,\"type\":\"%s\",\"req_id\":\"%s\",%s%s}"
        .formatted(type, request, store, more);
  }

  private double deadLetters() {
    return metrics.get("salesync.consulting.dead.letters").counter().count();
  }

  private long rows(String request) {
    return jdbc.sql("select count(*) from consulting_results where req_id = ?::uuid")
        .param(request)
        .query(Long.class)
        .single();
  }

  private static List<ConsumerRecord<String, byte[]>> deadLettersOf(String key, int atLeast) {
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

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

import com.salesync.common.test.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Messages that cannot be read, now or ever. */
@ServiceTest
class ConsultingDeadLetterIT extends ConsultingTopicScenario {

  ConsultingDeadLetterIT(
      RestTestClient client,
      KafkaTemplate<String, byte[]> kafka,
      JdbcClient jdbc,
      MeterRegistry metrics) {
    super(client, kafka, jdbc, metrics);
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
}

package com.salesync.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.Till;
import com.salesync.common.test.Till.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ConsultingResultIT extends ConsultingTopicScenario {

  ConsultingResultIT(
      RestTestClient client,
      KafkaTemplate<String, byte[]> kafka,
      JdbcClient jdbc,
      MeterRegistry metrics) {
    super(client, kafka, jdbc, metrics);
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
  void keepsTheOwnersResultWhateverIsToldToAnotherStore() {
    String request = UUID.randomUUID().toString();
    Till other = Till.of(client);
    send(request, event(request, "accepted", "\"x\":1"));
    send(
        request,
        event(request, "completed", "\"answer\":\"other\",\"store_id\":" + other.storeId()));
    passMarker();

    assertThat(read(request).<String>read("$.result")).isEqualTo("not completed");
    send(request, event(request, "completed", "\"answer\":\"own\""));
    await()
        .untilAsserted(
            () -> assertThat(read(request).<String>read("$.consulting")).isEqualTo("own"));
    assertThat(other.get("/dashboard/consulting/" + request).<String>read("$.consulting"))
        .isEqualTo("other");
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
  void exportsItsLag() {
    passMarker();
    assertThat(metrics.get("kafka.consumer.fetch.manager.records.lag.max").gauges()).isNotEmpty();
  }
}

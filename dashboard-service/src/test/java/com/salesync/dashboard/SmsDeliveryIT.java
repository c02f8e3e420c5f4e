package com.salesync.dashboard;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.salesync.dashboard.Neighbours.SNS;
import static com.salesync.dashboard.Neighbours.snsRefuses;
import static com.salesync.dashboard.Neighbours.snsSends;
import static com.salesync.dashboard.Neighbours.sold;
import static com.salesync.dashboard.Neighbours.store;
import static com.salesync.dashboard.Neighbours.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.Till.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What becomes of an SMS that SNS does not simply send. */
@ServiceTest
class SmsDeliveryIT extends SettlementScenario {

  SmsDeliveryIT(RestTestClient client, MeterRegistry metrics) {
    super(client, metrics);
  }

  @Test
  void suppressesNumbersThatCannotBeSentTo() {
    store("동네피자", "12345", "ko");

    Answer settled = till.post("/dashboard/settlements", SETTLE);

    assertThat(settled.<String>read("$.sms")).isEqualTo("suppressed");
    assertThat(settled.<String>read("$.message")).isEqualTo("정산 완료: 메시지를 보내지 않았습니다.");
    assertThat(settled.<String>read("$.reason")).isEqualTo("NUMBER_UNUSABLE");
  }

  @Test
  void suppressesSmsBeyondTheStoresDailyShare() {
    for (int sale = 1; sale <= 3; sale++) {
      sold(DAY, sale, sale * 1000L);
      assertThat(till.post("/dashboard/settlements", SETTLE).<String>read("$.sms"))
          .isEqualTo("sent");
    }
    sold(DAY, 4, 4000);

    Answer settled = till.post("/dashboard/settlements", SETTLE);

    assertThat(settled.<String>read("$.sms")).isEqualTo("suppressed");
    assertThat(settled.<String>read("$.reason")).isEqualTo("DAILY_CAP");
    assertThat(texts(phone)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Throttled", "InvalidClientTokenId"})
  void queuesWhatSnsTurnsAwayAndSendsItOnceLater(String code) {
    snsRefuses(code.equals("Throttled") ? 429 : 403, code);

    Answer settled = till.post("/dashboard/settlements", SETTLE);

    assertThat(settled.status()).isEqualTo(200);
    assertThat(settled.<String>read("$.sms")).isEqualTo("queued");
    assertThat(settled.<String>read("$.message")).isEqualTo("정산 완료: 메시지 전송 대기 중");
    await().untilAsserted(() -> assertThat(gauge("salesync.sms.queued")).isPositive());
    SNS.resetRequests();
    snsSends();
    soonDue();
    await().untilAsserted(() -> assertThat(states()).containsExactly("sent"));
    assertThat(texts(phone)).hasSize(1);
    await().untilAsserted(() -> assertThat(unfinished()).isZero());
  }

  @Test
  void queuesWhileSnsIsUnreachable() {
    int port = SNS.port();
    SNS.stop();
    try {
      Answer settled = till.post("/dashboard/settlements", SETTLE);
      assertThat(settled.<String>read("$.sms")).isEqualTo("queued");
      assertThat(settled.<String>read("$.reason")).isEqualTo("SNS_UNREACHABLE");
    } finally {
      SNS.start();
    }
    assertThat(SNS.port()).isEqualTo(port);
    snsSends();
    soonDue();
    await().untilAsserted(() -> assertThat(states()).containsExactly("sent"));
    assertThat(texts(phone)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "cut", "slow", "empty"})
  void recordsAnAmbiguousOutcomeAndDoesNotSendAgain(String failure) {
    SNS.stubFor(
        any(anyUrl())
            .willReturn(
                switch (failure) {
                  case "500" -> aResponse().withStatus(500);
                  case "cut" -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
                  case "slow" -> sending().withFixedDelay(1500);
                  default -> aResponse().withFault(Fault.EMPTY_RESPONSE);
                }));

    Answer settled = till.post("/dashboard/settlements", SETTLE);

    assertThat(settled.status()).isEqualTo(200);
    assertThat(states()).containsExactly("ambiguous");
    assertThat(settled.<String>read("$.message")).contains("확인하지 못했습니다");
    snsSends();
    till.post("/dashboard/settlements", SETTLE);
    soonDue();
    await().untilAsserted(() -> assertThat(unfinished()).isZero());
    assertThat(texts(phone)).hasSize(1);
  }

  @Test
  void rejectsWhatSnsRefusesForGood() {
    snsRefuses(400, "InvalidParameter");

    assertThat(till.post("/dashboard/settlements", SETTLE).<String>read("$.sms"))
        .isEqualTo("suppressed");
    assertThat(states()).containsExactly("rejected");
  }

  @Test
  void recordsAsAmbiguousWhatADeadSenderHadInHand() {
    snsRefuses(429, "Throttled");
    till.post("/dashboard/settlements", SETTLE);
    jdbc.sql(
            """
            update settlements set sms = 'sending', send_at = now() + interval '1 h'
            where store_id = ?
            """)
        .param(till.storeId())
        .update();
    snsSends();
    SNS.resetRequests();

    soonDue();

    await().untilAsserted(() -> assertThat(states()).containsExactly("ambiguous"));
    assertThat(texts(phone)).isEmpty();
  }

  @Test
  void finishesWhatACrashLeftBeforeTheFirstTry() {
    snsRefuses(429, "Throttled");
    till.post("/dashboard/settlements", SETTLE);
    jdbc.sql("update settlements set attempts = 0 where store_id = ?")
        .param(till.storeId())
        .update();
    SNS.resetRequests();
    snsSends();

    soonDue();

    await().untilAsserted(() -> assertThat(states()).containsExactly("sent"));
    assertThat(texts(phone)).hasSize(1);
  }

  @Test
  void givesUpOnWhatIsStale() {
    snsRefuses(429, "Throttled");
    till.post("/dashboard/settlements", SETTLE);
    jdbc.sql(
            """
            update settlements set requested_at = now() - interval '7 hours' where store_id = ?
            """)
        .param(till.storeId())
        .update();

    soonDue();

    await().untilAsserted(() -> assertThat(states()).containsExactly("rejected"));
  }

  @Test
  void triesAgainWhenItIsDueAndNotOnlyAtTheNextLook() {
    snsRefuses(429, "Throttled");
    till.post("/dashboard/settlements", SETTLE);
    snsSends();
    jdbc.sql(
            """
            update settlements
            set send_at = now() + interval '1500 ms', requested_at = now() + interval '1500 ms'
            where store_id = ? and sms = 'queued'
            """)
        .param(till.storeId())
        .update();

    await().untilAsserted(() -> assertThat(states()).containsExactly("sent"));

    assertThat(
            jdbc.sql(
                    """
                    select extract(epoch from finished_at - requested_at)::float8
                    from settlements where store_id = ?
                    """)
                .param(till.storeId())
                .query(Double.class)
                .single())
        .isBetween(0.0, 2.0);
  }

  /** A scheduler's table belongs to no store, so the settling transaction must not write it. */
  @Test
  void needsNoRowOfTheScheduler() {
    long before = scheduledTasks();
    snsRefuses(429, "Throttled");

    till.post("/dashboard/settlements", SETTLE);

    assertThat(states()).containsExactly("queued");
    assertThat(scheduledTasks()).isEqualTo(before);
  }

  private long scheduledTasks() {
    return jdbc.sql("select count(*) from scheduled_tasks").query(Long.class).single();
  }
}

package com.salesync.dashboard;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.dashboard.Neighbours.SNS;
import static com.salesync.dashboard.Neighbours.STORES;
import static com.salesync.dashboard.Neighbours.snsRefuses;
import static com.salesync.dashboard.Neighbours.snsSends;
import static com.salesync.dashboard.Neighbours.sold;
import static com.salesync.dashboard.Neighbours.store;
import static com.salesync.dashboard.Neighbours.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.salesync.common.test.Parallel;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.Till;
import com.salesync.common.test.Till.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class SettlementIT {

  private static final String DAY = "2026-03-01";
  private static final String SETTLE = "{\"date\":\"" + DAY + "\"}";

  private final Till till;
  private final JdbcClient jdbc;
  private final MeterRegistry metrics;
  private final String phone =
      "+8210" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);

  SettlementIT(RestTestClient client, JdbcClient jdbc, MeterRegistry metrics) {
    this.till = Till.of(client);
    this.jdbc = jdbc;
    this.metrics = metrics;
  }

  @BeforeEach
  void openShop() {
    Neighbours.reset();
    store("동네피자", phone, "ko");
    sold(DAY, 45, 1_234_000);
  }

  @Test
  void textsTheDaysTotalToTheOwner() {
    Answer settled = till.get("/dashboard/calculate/?date=" + DAY);

    assertThat(settled.status()).isEqualTo(200);
    assertThat(settled.<String>read("$.result")).isEqualTo("success");
    assertThat(settled.<String>read("$.message")).isEqualTo("정산 완료: 메시지 전송 완료");
    assertThat(settled.number("$.sales_volume")).isEqualTo(1_234_000);
    assertThat(settled.number("$.settlement_id")).isPositive();
    assertThat(settled.<String>read("$.sms")).isEqualTo("sent");
    assertThat(texts(phone)).containsExactly("[동네피자] 2026-03-01 정산\n매출 1,234,000원 (결제 45건)");
  }

  @Test
  void writesInTheStoresLanguage() {
    store("Corner Pizza", phone, "en");

    till.post("/dashboard/settlements", SETTLE);

    assertThat(texts(phone))
        .containsExactly(
            "Corner Pizza: settlement of 2026-03-01\nSales KRW 1,234,000 (45 payments)");
  }

  @Test
  void textsOnceHoweverOftenTheSameTotalIsSettled() {
    Answer first = till.post("/dashboard/settlements", SETTLE);
    Answer second = till.get("/dashboard/calculate?date=" + DAY);

    assertThat(second.number("$.settlement_id")).isEqualTo(first.number("$.settlement_id"));
    assertThat(second.<String>read("$.sms")).isEqualTo("sent");
    assertThat(texts(phone)).hasSize(1);
  }

  @Test
  void textsTheNewTotalAfterFurtherSales() {
    till.post("/dashboard/settlements", SETTLE);
    sold(DAY, 46, 1_250_000);
    till.post("/dashboard/settlements", SETTLE);

    assertThat(texts(phone)).hasSize(2).anyMatch(text -> text.contains("1,250,000원"));
  }

  @Test
  void textsOncePressedTwentyTimesAtOnce() {
    SNS.stubFor(any(anyUrl()).willReturn(sending().withFixedDelay(200)));
    List<Answer> presses = Parallel.times(20, n -> till.post("/dashboard/settlements", SETTLE));
    assertThat(presses).extracting(Answer::status).containsOnly(200);
    await().untilAsserted(() -> assertThat(states()).containsExactly("sent"));
    assertThat(texts(phone)).hasSize(1);
  }

  @Test
  void refusesASecondRowForTheSameTotal() {
    till.post("/dashboard/settlements", SETTLE);

    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into settlements (store_id, business_day, total, sales, sms,
                          masked_phone, text, parts, requested_at)
                        select store_id, business_day, total, sales, 'queued', masked_phone, text,
                          parts, requested_at from settlements where store_id = ?
                        """)
                    .param(till.storeId())
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("one_settlement_per_total");
  }

  @Test
  void keepsWhatWasSettled() {
    till.post("/dashboard/settlements", SETTLE);

    for (String change :
        List.of(
            "update settlements set total = 1 where store_id = ?",
            "delete from settlements where store_id = ?")) {
      assertThatThrownBy(() -> jdbc.sql(change).param(till.storeId()).update())
          .hasMessageContaining("keeps what it settled");
    }
  }

  @Test
  void suppressesNumbersThatCannotBeTexted() {
    store("동네피자", "12345", "ko");

    Answer settled = till.post("/dashboard/settlements", SETTLE);

    assertThat(settled.<String>read("$.sms")).isEqualTo("suppressed");
    assertThat(settled.<String>read("$.message")).isEqualTo("정산 완료: 메시지를 보내지 않았습니다.");
    assertThat(settled.<String>read("$.reason")).isEqualTo("NUMBER_UNUSABLE");
  }

  @Test
  void suppressesTextsBeyondTheStoresDailyShare() {
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
    await().untilAsserted(() -> assertThat(tasks()).isZero());
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
    await().untilAsserted(() -> assertThat(tasks()).isZero());
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
            update settlements set sms = 'sending', claimed_at = now() - interval '1 minute'
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
    jdbc.sql("update settlements set attempts = 0, claimed_at = null where store_id = ?")
        .param(till.storeId())
        .update();
    SNS.resetRequests();
    snsSends();

    soonDue();

    await().untilAsserted(() -> assertThat(states()).containsExactly("sent"));
    assertThat(texts(phone)).hasSize(1);
  }

  @Test
  void givesUpOnStaleNews() {
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
  void repeatsTheAnswerOfAnIdempotencyKeyAndRefusesItsReuse() {
    Answer first = till.post("/dashboard/settlements", SETTLE, "Idempotency-Key", "k1");
    sold(DAY, 46, 1_250_000);
    Answer again = till.post("/dashboard/settlements", SETTLE, "Idempotency-Key", "k1");
    Answer other =
        till.post("/dashboard/settlements", "{\"date\":\"2026-03-02\"}", "Idempotency-Key", "k1");

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.<String>read("$.code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(texts(phone)).hasSize(1);
  }

  @Test
  void listsSettlementsWithMaskedNumbersPageByPage() {
    till.post("/dashboard/settlements", SETTLE);
    sold(DAY, 46, 1_250_000);
    till.post("/dashboard/settlements", SETTLE);
    String uri = "/dashboard/settlements?start=2026-03-01&end=2026-03-01&limit=1";

    Answer first = till.get(uri);
    Answer second = till.get(uri + "&cursor=" + first.<String>read("$.next_cursor"));

    assertThat(first.number("$.settlements[0].sales_volume")).isEqualTo(1_234_000);
    assertThat(first.<String>read("$.settlements[0].phone"))
        .isEqualTo("+82******" + phone.substring(phone.length() - 4));
    assertThat(first.<String>read("$.settlements[0].sms")).isEqualTo("sent");
    assertThat(second.number("$.settlements[0].sales_volume")).isEqualTo(1_250_000);
    assertThat(second.text()).doesNotContain("next_cursor");
    assertThat(till.get(uri + "&cursor=x").status()).isEqualTo(400);
    assertThat(till.get(uri.replace("limit=1", "limit=1001")).status()).isEqualTo(400);
  }

  @Test
  void forgetsTheNumberOnceTheTextIsOut() {
    till.post("/dashboard/settlements", SETTLE);

    assertThat(
            jdbc.sql("select count(*) from settlements where store_id = ? and phone is not null")
                .param(till.storeId())
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql("select action from audit_log where store_id = ?")
                .param(till.storeId())
                .query(String.class)
                .list())
        .containsExactly("settlement.recorded");
  }

  @Test
  void saysUnavailableWhenTheStoreCannotBeAsked() {
    STORES.stubFor(
        get(urlPathEqualTo("/internal/stores/self")).willReturn(aResponse().withStatus(500)));

    assertThat(till.post("/dashboard/settlements", SETTLE).status()).isEqualTo(503);
    assertThat(states()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "{\"date\":null}",
        "{\"date\":\"\"}",
        "{\"date\":\"2026-02-30\"}",
        "{\"date\":\"+10000-01-01\"}",
        "{\"date\":20260301}",
        "{\"date\":\"2026-03-01\",\"store_id\":\"x\"}"
      })
  void refusesBadBodies(String body) {
    Answer answer = till.post("/dashboard/settlements", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
  }

  @Test
  void refusesBadDatesAndKeysAndOtherStoresIds() {
    assertThat(till.get("/dashboard/calculate").status()).isEqualTo(400);
    assertThat(till.get("/dashboard/calculate?date=today").status()).isEqualTo(400);
    assertThat(
            till.post("/dashboard/settlements", SETTLE, "Idempotency-Key", "k".repeat(256))
                .status())
        .isEqualTo(400);
    assertThat(
            till.post("/dashboard/settlements", "{\"date\":\"2026-03-01\",\"store_id\":1}")
                .status())
        .isEqualTo(403);
    assertThat(till.get("/dashboard/calculate?date=" + DAY + "&store_id=1").status())
        .isEqualTo(403);
  }

  private List<String> states() {
    return jdbc.sql("select sms from settlements where store_id = ? order by id")
        .param(till.storeId())
        .query(String.class)
        .list();
  }

  private long tasks() {
    return jdbc.sql(
            """
            select count(*) from scheduled_tasks where task_instance in
              (select id::text from settlements where store_id = ?)
            """)
        .param(till.storeId())
        .query(Long.class)
        .single();
  }

  /** What would be tried again in some seconds is tried now. */
  private void soonDue() {
    jdbc.sql(
            """
            update scheduled_tasks set execution_time = now() where not picked and task_instance in
              (select id::text from settlements where store_id = ?)
            """)
        .param(till.storeId())
        .update();
  }

  private double gauge(String name) {
    return metrics.get(name).gauge().value();
  }

  private static ResponseDefinitionBuilder sending() {
    return aResponse()
        .withHeader("Content-Type", "text/xml")
        .withBody(
            "<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult>"
                + "</PublishResponse>");
  }

  static {
    org.awaitility.Awaitility.setDefaultTimeout(Duration.ofSeconds(15));
  }
}

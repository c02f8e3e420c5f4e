package com.salesync.dashboard;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.dashboard.Neighbours.SNS;
import static com.salesync.dashboard.Neighbours.STORES;
import static com.salesync.dashboard.Neighbours.sold;
import static com.salesync.dashboard.Neighbours.store;
import static com.salesync.dashboard.Neighbours.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.Parallel;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.Till.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What is settled, once however often. */
@ServiceTest
class SettlementIT extends SettlementScenario {

  SettlementIT(RestTestClient client, MeterRegistry metrics) {
    super(client, metrics);
  }

  @Test
  void sendsTheDaysTotalToTheOwner() {
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
  void sendsOnceHoweverOftenTheSameTotalIsSettled() {
    Answer first = till.post("/dashboard/settlements", SETTLE);
    Answer second = till.get("/dashboard/calculate?date=" + DAY);

    assertThat(second.number("$.settlement_id")).isEqualTo(first.number("$.settlement_id"));
    assertThat(second.<String>read("$.sms")).isEqualTo("sent");
    assertThat(texts(phone)).hasSize(1);
  }

  @Test
  void sendsTheNewTotalAfterFurtherSales() {
    till.post("/dashboard/settlements", SETTLE);
    sold(DAY, 46, 1_250_000);
    till.post("/dashboard/settlements", SETTLE);

    assertThat(texts(phone)).hasSize(2).anyMatch(text -> text.contains("1,250,000원"));
  }

  @Test
  void sendsOncePressedTwentyTimesAtOnce() {
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
                          masked_phone, text, parts, requested_at, send_at)
                        select store_id, business_day, total, sales, 'queued', masked_phone, text,
                          parts, requested_at, now() from settlements where store_id = ?
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
  void listsSettlementsInTheOrderTheyWereAskedForWhateverTheirIds() {
    jdbc.sql(
            """
            insert into settlements (store_id, id, business_day, total, sales, sms, masked_phone,
              text, parts, requested_at, finished_at)
            select ?, 10 - n, ?::date, n, 1, 'sent', '-', 'x', 1,
              timestamptz '2026-03-01 22:00+09' + n / 2 * interval '1 s', now()
            from generate_series(1, 5) n
            """)
        .params(till.storeId(), DAY)
        .update();
    String uri = "/dashboard/settlements?start=2026-03-01&end=2026-03-01&limit=2";

    Answer first = till.get(uri);
    Answer second = till.get(uri + "&cursor=" + first.<String>read("$.next_cursor"));
    Answer third = till.get(uri + "&cursor=" + second.<String>read("$.next_cursor"));

    assertThat(first.<List<Integer>>read("$.settlements[*].sales_volume")).containsExactly(1, 3);
    assertThat(second.<List<Integer>>read("$.settlements[*].sales_volume")).containsExactly(2, 5);
    assertThat(third.<List<Integer>>read("$.settlements[*].sales_volume")).containsExactly(4);
    assertThat(third.text()).doesNotContain("next_cursor");
  }

  @Test
  void deletesTheNumberOnceTheSmsIsSent() {
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
}

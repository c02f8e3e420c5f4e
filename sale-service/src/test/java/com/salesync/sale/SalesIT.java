package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.StatementCounter;
import com.salesync.common.test.TestTokens;
import com.salesync.sale.Till.Answer;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Every row of the contract's sales table. */
@ServiceTest
class SalesIT {

  private static final long DEAREST = 1_000_000_000_000_000L;

  private final RestTestClient client;
  private final StatementCounter statements;
  private final OrderServiceFake orders = OrderServiceFake.get();

  SalesIT(RestTestClient client, StatementCounter statements) {
    this.client = client;
    this.statements = statements;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sales", "/sales/"})
  void takesAPayment(String path) {
    Till till = new Till(client);
    OrderServiceFake.Tab tab = orders.open(till.store(), 4, 12_000);

    Answer answer =
        till.post(path, "{\"table_no\":4,\"total_price\":12000,\"payment_type\":\"현금\"}", null);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("result")).isEqualTo("success");
    assertThat(answer.text("message")).isEqualTo("결제 등록 성공");
    assertThat(answer.json().propertyNames()).containsExactly("result", "message", "id");
    assertThat(answer.json().get("id").isIntegralNumber()).isTrue();
    assertThat(tab.status).isEqualTo("PAID");
    assertThat(tab.paidBy).isEqualTo(answer.number("id"));
    assertThat(tab.businessDay).isEqualTo(Till.today().toString());
    assertThat(SaleTable.only(till.store()))
        .containsEntry("order_id", tab.orderId)
        .containsEntry("total_price", 12_000L)
        .containsEntry("payment_type", "현금")
        .containsEntry("status", "COMPLETED");
    assertThat(SaleTable.recoveries(till.store())).isZero();
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  @Test
  void answersInEnglishWhenAsked() {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);

    client
        .post()
        .uri("/sales")
        .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(till.store()))
        .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
        .contentType(MediaType.APPLICATION_JSON)
        .body("{\"table_no\":4,\"total_price\":12000,\"payment_type\":\"card\"}")
        .exchange()
        .expectBody()
        .jsonPath("$.message")
        .isEqualTo("Payment registered");
  }

  @Test
  void refusesAPaymentWhereNothingIsOpen() {
    Till till = new Till(client);

    Answer answer = till.pay(4, 12_000);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("result")).isEqualTo("failed");
    assertThat(answer.text("message")).isEqualTo("결제 등록 실패");
    assertThat(till.sales()).isEmpty();
    assertThat(SaleTable.only(till.store()))
        .containsEntry("status", "FAILED")
        .containsEntry("failure", "NO_OPEN_ORDER");
    assertThat(SaleTable.recoveries(till.store())).isZero();
  }

  @Test
  void refusesAnotherTotalAndNamesTheRightOne() {
    Till till = new Till(client);
    OrderServiceFake.Tab tab = orders.open(till.store(), 4, 12_000);

    Answer answer = till.pay(4, 11_999);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("result")).isEqualTo("failed");
    assertThat(answer.text("code")).isEqualTo("TOTAL_MISMATCH");
    assertThat(answer.text("message")).contains("12,000");
    assertThat(answer.number("total_price")).isEqualTo(12_000);
    assertThat(tab.status).isEqualTo("OPEN");
    assertThat(SaleTable.count(till.store(), "FAILED")).isOne();
    assertThat(till.pay(4, 12_000).status()).isEqualTo(201);
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  @Test
  void takesAFreeOrderAndTheDearestOne() {
    Till till = new Till(client);
    orders.open(till.store(), 0, 0);
    orders.open(till.store(), 9999, DEAREST);

    assertThat(till.pay(0, 0).status()).isEqualTo(201);
    assertThat(till.pay(9999, DEAREST).status()).isEqualTo(201);
    assertThat(till.revenueToday()).isEqualTo(DEAREST);
  }

  @Test
  void booksBeyondTheRangeOfALong() {
    Till till = new Till(client);
    SaleTable.ADMIN
        .sql("insert into sale.daily_revenue values (?, ?, 9223, ?)")
        .params(till.store(), Till.today(), Long.MAX_VALUE)
        .update();
    orders.open(till.store(), 1, DEAREST);

    assertThat(till.pay(1, DEAREST).status()).isEqualTo(201);
    assertThat(
            till.get("/sales/daily?date=" + Till.today())
                .json()
                .get("sales_volume")
                .bigIntegerValue())
        .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.valueOf(DEAREST)));
  }

  @Test
  void listsSalesOldestFirst() {
    Till till = new Till(client);
    assertThat(till.get("/sales").json().propertyNames()).containsExactly("sales");
    long first = paid(till, 1, 1_000);
    long second = paid(till, 2, 2_000);

    JsonNode sales = till.get("/sales/").json().get("sales");

    assertThat(sales.size()).isEqualTo(2);
    assertThat(sales.get(0).propertyNames())
        .containsExactly("id", "total_price", "sale_date", "payment_type");
    assertThat(sales.get(0).get("id").asLong()).isEqualTo(first);
    assertThat(sales.get(0).get("total_price").asLong()).isEqualTo(1_000);
    assertThat(sales.get(0).get("payment_type").asString()).isEqualTo("card");
    assertThat(sales.get(1).get("id").asLong()).isEqualTo(second);
    OffsetDateTime date = OffsetDateTime.parse(sales.get(0).get("sale_date").asString());
    assertThat(date.getOffset()).isEqualTo(ZoneOffset.ofHours(9));
    assertThat(date).isBetween(OffsetDateTime.now().minusMinutes(1), OffsetDateTime.now());
  }

  @Test
  void pagesThroughSales() {
    Till till = new Till(client);
    List<Long> paid = List.of(paid(till, 1, 1), paid(till, 1, 2), paid(till, 1, 3));

    JsonNode page = till.get("/sales?limit=2").json();
    assertThat(page.get("sales").size()).isEqualTo(2);
    JsonNode rest = till.get("/sales?limit=2&cursor=" + page.get("next_cursor").asString()).json();

    assertThat(rest.get("sales").get(0).get("id").asLong()).isEqualTo(paid.get(2));
    assertThat(rest.has("next_cursor")).isFalse();
    assertThat(till.get("/sales?limit=3").json().has("next_cursor")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void voidsASaleForGood(String slash) {
    Till till = new Till(client);
    OrderServiceFake.Tab tab = orders.open(till.store(), 4, 12_000);
    long sale = till.pay(4, 12_000).number("id");

    Answer answer = till.send(HttpMethod.DELETE, "/sales/" + sale + slash);
    Answer again = till.voidSale(sale);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().propertyNames()).containsExactly("result", "message");
    assertThat(answer.text("result")).isEqualTo("success");
    assertThat(answer.text("message")).isEqualTo("결제 취소 성공");
    assertThat(again.text("result")).isEqualTo("success");
    assertThat(tab.status).isEqualTo("VOIDED");
    assertThat(till.sales()).isEmpty();
    assertThat(till.revenueToday()).isZero();
    JsonNode voided = till.get("/sales?include=voided").json().get("sales").get(0);
    assertThat(voided.get("id").asLong()).isEqualTo(sale);
    assertThat(voided.get("voided_at").asString()).endsWith("+09:00");
    assertThat(SaleTable.recoveries(till.store())).isZero();
  }

  @Test
  void voidsOnlyWhatWasPaidHere() {
    Till till = new Till(client);
    long foreign = paid(new Till(client), 4, 12_000);
    till.pay(4, 12_000);
    long failed = (long) SaleTable.only(till.store()).get("id");

    for (long id : new long[] {foreign, failed, 0, -1, Long.MAX_VALUE}) {
      Answer answer = till.voidSale(id);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text("result")).isEqualTo("failed");
      assertThat(answer.text("message")).isEqualTo("존재하지 않는 결제 내역");
    }
    assertThat(till.voidSale(failed).status()).isEqualTo(200);
    assertThat(SaleTable.count(till.store(), "FAILED")).isOne();
  }

  @Test
  void sumsADayAndAPeriod() {
    Till till = new Till(client);
    paid(till, 1, 1_000);
    long second = paid(till, 2, 2_000);
    paid(till, 3, 4_000);
    till.voidSale(second);
    till.pay(5, 8_000);

    LocalDate today = Till.today();
    Answer day = till.get("/sales/daily?date=" + today);
    assertThat(day.json().propertyNames())
        .containsExactly("result", "message", "sales_volume", "date");
    assertThat(day.text("result")).isEqualTo("success");
    assertThat(day.text("message")).isEqualTo("하루 매출 조회 성공");
    assertThat(day.number("sales_volume")).isEqualTo(5_000);
    assertThat(day.text("date")).isEqualTo(today.toString());

    Answer period =
        till.get("/sales/period/?start=%s&end=%s".formatted(today.minusDays(365), today));
    assertThat(period.json().propertyNames())
        .containsExactly("result", "message", "sales_volume", "start_date", "end_date");
    assertThat(period.text("message")).isEqualTo("기간별 매출 조회 성공");
    assertThat(period.number("sales_volume")).isEqualTo(5_000);
    assertThat(period.text("start_date")).isEqualTo(today.minusDays(365).toString());
    assertThat(period.text("end_date")).isEqualTo(today.toString());
    assertThat(till.sales().stream().mapToLong(sale -> sale.get("total_price").asLong()).sum())
        .isEqualTo(5_000);
    assertThat(till.get("/sales/daily?date=" + today.minusDays(1)).number("sales_volume")).isZero();
  }

  @Test
  void booksASaleOnTheStoresOwnBusinessDay() {
    long store = TestTokens.newStore();
    Till early = new Till(client, store, TestTokens.bearer(store, "Pacific/Kiritimati", "00:00"));
    Till late = new Till(client, store, TestTokens.bearer(store, "Etc/GMT+12", "00:00"));
    OrderServiceFake.Tab tab = orders.open(store, 1, 1_000);
    assertThat(early.pay(1, 1_000).status()).isEqualTo(201);
    orders.open(store, 2, 2_000);
    assertThat(late.pay(2, 2_000).status()).isEqualTo(201);

    LocalDate tomorrowish = LocalDate.now(ZoneId.of("Pacific/Kiritimati"));
    LocalDate yesterdayish = LocalDate.now(ZoneId.of("Etc/GMT+12"));
    assertThat(tab.businessDay).isEqualTo(tomorrowish.toString());
    assertThat(early.get("/sales/daily?date=" + tomorrowish).number("sales_volume"))
        .isEqualTo(1_000);
    assertThat(early.get("/sales/daily?date=" + yesterdayish).number("sales_volume"))
        .isEqualTo(2_000);
    assertThat(early.sales().getFirst().get("sale_date").asString()).endsWith("+14:00");
  }

  @Test
  void tellsOtherServicesTheDailyTotals() {
    Till till = new Till(client);
    paid(till, 1, 1_000);
    long voided = paid(till, 2, 2_000);
    till.voidSale(voided);

    Till service = new Till(client, till.store(), TestTokens.internal(till.store()));
    LocalDate today = Till.today();
    JsonNode days =
        service
            .get(
                "/internal/sales/daily-totals?start=%s&end=%s".formatted(today.minusDays(7), today))
            .json()
            .get("days");

    assertThat(days.toString())
        .isEqualTo(
            "[{\"business_day\":\"%s\",\"sales\":1,\"total\":1000,\"pending\":0}]"
                .formatted(today));
  }

  @Test
  void tellsTheBooksOfManyStoresAtOnce() {
    Till till = new Till(client);
    Till other = new Till(client);
    long first = paid(till, 1, 1_000);
    long second = paid(till, 2, 2_000);
    till.voidSale(paid(till, 3, 4_000));
    OrderServiceFake.Tab otherTab = orders.open(other.store(), 1, 8_000);
    long third = other.pay(1, 8_000).number("id");
    List<OrderServiceFake.Tab> tabs = orders.paid(till.store());
    LocalDate today = Till.today();

    JsonNode days =
        new Till(client, 0, TestTokens.operator())
            .post(
                "/internal/sales/day-books",
                "{\"store_ids\":[%d,%d,1],\"start\":\"%s\",\"end\":\"%s\"}"
                    .formatted(till.store(), other.store(), today.minusDays(2), today.plusDays(1)),
                null)
            .json()
            .get("days");

    String day =
        "{\"store_id\":%d,\"business_day\":\"%s\",\"sales\":%d,\"total\":%d,\"pending\":0,"
            + "\"checksum\":%d}";
    assertThat(days.valueStream().map(JsonNode::toString))
        .containsExactlyInAnyOrder(
            day.formatted(
                till.store(),
                today,
                2,
                3_000,
                first * (1_000 + tabs.get(0).orderId) + second * (2_000 + tabs.get(1).orderId)),
            day.formatted(other.store(), today, 1, 8_000, third * (8_000 + otherTab.orderId)));
  }

  @Test
  void refusesTheOperatorWhereAStoreIsMeant() {
    assertThat(
            new Till(client, 0, TestTokens.operator())
                .get("/internal/sales/daily-totals?start=2026-01-01&end=2026-01-01")
                .status())
        .isEqualTo(403);
  }

  @Test
  void readsAsManySalesAndDaysAsThereAreInTheSameFewStatements() {
    Till small = new Till(client);
    Till large = new Till(client);
    paid(small, 1, 1_000);
    for (int table = 1; table <= 20; table++) {
      paid(large, table, 1_000);
    }
    String period =
        "/sales/period?start=%s&end=%s".formatted(Till.today().minusDays(300), Till.today());

    for (String uri : List.of("/sales", period)) {
      assertThat(statements(large, uri)).as(uri).isEqualTo(statements(small, uri)).isPositive();
    }
  }

  /** The fewest of several tries, since the scheduler polls meanwhile. */
  private int statements(Till till, String uri) {
    return IntStream.range(0, 10)
        .map(attempt -> statements.during(() -> till.get(uri)))
        .min()
        .orElseThrow();
  }

  private long paid(Till till, int table, long total) {
    orders.open(till.store(), table, total);
    Answer answer = till.pay(table, total);
    assertThat(answer.status()).isEqualTo(201);
    return answer.number("id");
  }
}

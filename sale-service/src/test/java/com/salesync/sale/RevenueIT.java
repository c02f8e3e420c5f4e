package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.sale.Till.Answer;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The revenue of days and periods, and on which day a sale counts. */
@ServiceTest
class RevenueIT {

  private static final long HIGHEST_TOTAL = 1_000_000_000_000_000L;

  private final RestTestClient client;
  private final OrderServiceFake orders = OrderServiceFake.get();

  RevenueIT(RestTestClient client) {
    this.client = client;
  }

  @Test
  void booksBeyondTheRangeOfALong() {
    Till till = new Till(client);
    SaleTable.ADMIN
        .sql("insert into sale.daily_revenue values (?, ?, 9223, ?)")
        .params(till.store(), Till.today(), Long.MAX_VALUE)
        .update();
    orders.open(till.store(), 1, HIGHEST_TOTAL);

    assertThat(till.pay(1, HIGHEST_TOTAL).status()).isEqualTo(201);
    assertThat(
            till.get("/sales/daily?date=" + Till.today())
                .json()
                .get("sales_volume")
                .bigIntegerValue())
        .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.valueOf(HIGHEST_TOTAL)));
  }

  @Test
  void sumsADayAndAPeriod() {
    Till till = new Till(client);
    till.payNewOrder(1, 1_000);
    long second = till.payNewOrder(2, 2_000);
    till.payNewOrder(3, 4_000);
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
    FakeOrders.Order order = orders.open(store, 1, 1_000);
    assertThat(early.pay(1, 1_000).status()).isEqualTo(201);
    orders.open(store, 2, 2_000);
    assertThat(late.pay(2, 2_000).status()).isEqualTo(201);

    LocalDate tomorrowish = LocalDate.now(ZoneId.of("Pacific/Kiritimati"));
    LocalDate yesterdayish = LocalDate.now(ZoneId.of("Etc/GMT+12"));
    assertThat(order.businessDay).isEqualTo(tomorrowish.toString());
    assertThat(early.get("/sales/daily?date=" + tomorrowish).number("sales_volume"))
        .isEqualTo(1_000);
    assertThat(early.get("/sales/daily?date=" + yesterdayish).number("sales_volume"))
        .isEqualTo(2_000);
    assertThat(early.sales().getFirst().get("sale_date").asString()).endsWith("+14:00");
  }

  @Test
  void answersOtherServicesTheDailyTotals() {
    Till till = new Till(client);
    till.payNewOrder(1, 1_000);
    long voided = till.payNewOrder(2, 2_000);
    till.voidSale(voided);

    Till service =
        new Till(client, till.store(), TestTokens.internal("dashboard-service", till.store()));
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
  void refusesTheOperatorWhereAStoreIsMeant() {
    assertThat(
            new Till(client, 0, TestTokens.operator())
                .get("/internal/sales/daily-totals?start=2026-01-01&end=2026-01-01")
                .status())
        .isEqualTo(403);
  }
}

package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.sale.Till.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The rebuild finds the daily revenue equal to the sales, or repairs it. */
@ServiceTest
class RebuildIT {

  private final OrderServiceFake orders = OrderServiceFake.get();
  private final RestTestClient client;
  private final Till till;
  private final Till operator;

  RebuildIT(RestTestClient client) {
    this.client = client;
    till = new Till(client);
    operator = new Till(client, till.store(), TestTokens.operator());
  }

  @BeforeEach
  void sellTwiceAndVoidOnce() {
    pay(1, 12_000);
    pay(2, 7_000);
    long voided = pay(3, 500).number("id");
    assertThat(till.voidSale(voided).status()).isEqualTo(200);
  }

  @Test
  void findsTheRevenueEqual() {
    assertThat(rebuild().json().path("differences").size()).isZero();
    assertThat(till.revenueToday()).isEqualTo(19_000);
  }

  @Test
  void reportsAndRepairsPlantedErrors() {
    change("update sale.daily_revenue set sales = 7, total = 1 where store_id = ?");
    change("insert into sale.daily_revenue values (?, current_date - 30, 1, 5000)");

    Answer answer = rebuild();

    assertThat(answer.json().path("differences").valueStream().map(Object::toString))
        .hasSize(2)
        .anyMatch(
            difference ->
                difference.endsWith(
                    "\"recorded_sales\":7,\"recorded_total\":1,\"sales\":2,\"total\":19000}"))
        .anyMatch(
            difference ->
                difference.endsWith(
                    "\"recorded_sales\":1,\"recorded_total\":5000,\"sales\":0,\"total\":0}"));
    assertThat(till.revenueToday()).isEqualTo(19_000);
    assertThat(rebuild().json().path("differences").size()).isZero();
  }

  @Test
  void waitsForABookingUnderWay() throws SQLException {
    change("delete from sale.daily_revenue where store_id = ?");
    CompletableFuture<Answer> rebuilt;
    try (Connection booking = PostgresServer.get().adminConnection();
        Statement statement = booking.createStatement()) {
      booking.setAutoCommit(false);
      statement.execute(
          "insert into sale.daily_revenue values (%d, '%s', 1, 1000)"
              .formatted(till.store(), Till.today()));
      rebuilt = CompletableFuture.supplyAsync(this::rebuild);
      await().until(RebuildIT::someoneWaits);
      booking.commit();
    }

    assertThat(rebuilt.join().json().path("differences").size()).isOne();
    assertThat(till.revenueToday()).isEqualTo(19_000);
  }

  @Test
  void losesNoPaymentTakenMeanwhile() {
    for (int round = 1; round <= 15; round++) {
      change("update sale.daily_revenue set total = total + 1 where store_id = ?");
      CompletableFuture<Void> rebuilding = CompletableFuture.runAsync(this::rebuild);
      IntStream.range(4, 8)
          .mapToObj(table -> CompletableFuture.runAsync(() -> pay(table, 1_000)))
          .toList()
          .forEach(CompletableFuture::join);
      rebuilding.join();

      assertThat(till.revenueToday()).isEqualTo(19_000 + round * 4_000);
    }
  }

  @Test
  void holdsUpNoOtherDayAndNoOtherStore() throws SQLException {
    Till other = new Till(client);
    other.payNewOrder(1, 1_000);
    change("insert into sale.daily_revenue values (?, current_date - 30, 1, 5000)");
    CompletableFuture<Answer> rebuilt;
    try (Connection booking = PostgresServer.get().adminConnection();
        Statement statement = booking.createStatement()) {
      booking.setAutoCommit(false);
      statement.execute(
          """
          select from sale.daily_revenue
          where store_id = %d and business_day < current_date - 9 for update\
          """
              .formatted(till.store()));
      rebuilt = CompletableFuture.supplyAsync(this::rebuild);
      await().until(RebuildIT::someoneWaits);

      pay(4, 1_000);
      other.payNewOrder(1, 1_000);
      booking.commit();
    }

    assertThat(rebuilt.join().json().path("differences").size()).isOne();
    assertThat(till.revenueToday()).isEqualTo(20_000);
    assertThat(other.revenueToday()).isEqualTo(2_000);
  }

  private Answer pay(int table, long total) {
    orders.open(till.store(), table, total);
    Answer answer = till.pay(table, total);
    assertThat(answer.status()).isEqualTo(201);
    return answer;
  }

  private Answer rebuild() {
    LocalDate today = Till.today();
    Answer answer =
        operator.send(
            HttpMethod.POST,
            "/internal/revenue/rebuild?store_id=%d&start=%s&end=%s"
                .formatted(till.store(), today.minusDays(40), today));
    assertThat(answer.status()).isEqualTo(200);
    return answer;
  }

  private void change(String sql) {
    SaleTable.ADMIN.sql(sql).param(till.store()).update();
  }

  private static boolean someoneWaits() {
    return SaleTable.ADMIN
        .sql(
            """
            select count(*) > 0 from pg_stat_activity
            where usename = 'sale_service' and wait_event_type = 'Lock'
            """)
        .query(Boolean.class)
        .single();
  }
}

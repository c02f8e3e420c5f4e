package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.test.Parallel;
import com.salesync.common.test.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The rebuild command finds the roll-up equal, or repairs it. */
@OrderServiceTest
class VolumesIT {

  private static final String DAY = "2026-03-01";

  private final RestTestClient client;
  private final InvariantMonitor monitor;
  private final Shop shop;
  private final long pizza;

  VolumesIT(RestTestClient client, InvariantMonitor monitor) {
    this.client = client;
    this.monitor = monitor;
    shop = new Shop(client);
    pizza = shop.offer("Pizza", 20_000);
    for (int sale = 1; sale <= 4; sale++) {
      shop.postAnew(Shop.order(sale, pizza, sale));
      shop.pay(sale, sale, 20_000L * sale, sale < 3 ? DAY : "2026-03-02").hasStatus(200);
    }
    shop.voidSale(4).hasStatus(200);
    shop.postAnew(Shop.order(9, pizza, 9));
  }

  @Test
  void aRebuildFindsTheRollUpEqual() {
    Answer before = shop.volumes("2026-01-01", "2026-12-31");

    Answer answer = shop.rebuild("2026-01-01", "2026-12-31").hasStatus(200);

    assertThat(answer.at("/differences").size()).isZero();
    assertThat(answer.number("/store_id")).isEqualTo(shop.id);
    assertThat(shop.volumes("2026-01-01", "2026-12-31").body()).isEqualTo(before.body());
    assertThat(before.at("/volumes").size()).isEqualTo(2);
    assertThat(before.number("/volumes/0/quantity")).isEqualTo(3);
    assertThat(before.number("/volumes/1/quantity")).isEqualTo(3);
  }

  @Test
  void aRebuildReportsAndRepairsPlantedErrors() throws SQLException {
    Answer right = shop.volumes("2026-01-01", "2026-12-31");
    Database.change(
        "update daily_item_volumes set quantity = 7, revenue = 1 where business_day = '%s' and store_id = %d"
            .formatted(DAY, shop.id),
        "insert into daily_item_volumes values (%d, '%s', 999, 'Ghost', 1, 1)"
            .formatted(shop.id, DAY),
        "delete from daily_item_volumes where business_day = '2026-03-02' and store_id = "
            + shop.id);

    Answer answer = shop.rebuild("2026-01-01", "2026-12-31").hasStatus(200);

    assertThat(answer.at("/differences").size()).isEqualTo(3);
    assertThat(answer.at("/differences").valueStream().map(Object::toString))
        .contains(
            "{\"business_day\":\"%s\",\"item_id\":%d,\"recorded_quantity\":7,\"recorded_revenue\":1,\"quantity\":3,\"revenue\":60000}"
                .formatted(DAY, pizza));
    assertThat(shop.volumes("2026-01-01", "2026-12-31").body()).isEqualTo(right.body());
    assertThat(shop.rebuild("2026-01-01", "2026-12-31").at("/differences").size()).isZero();
    Database.assertConsistent();
  }

  @Test
  void aRebuildTouchesItsRangeOnly() throws SQLException {
    Database.change(
        "update daily_item_volumes set quantity = 99 where store_id = %d".formatted(shop.id));
    assertThat(shop.rebuild(DAY, DAY).at("/differences").size()).isEqualTo(1);
    assertThat(shop.rebuild("2026-03-02", "2026-03-02").at("/differences").size()).isEqualTo(1);
  }

  @Test
  void repairsDuringPaymentsOfThisAndAnotherStoreLoseNone() {
    Shop other = new Shop(client);
    long soup = other.offer("Soup", 5_000);
    Parallel.times(
        80,
        i -> {
          if (i % 4 == 3) {
            other.post(Shop.order(100 + i, soup, 1)).hasStatus(200);
            other.pay(100 + i, 100 + i, 5_000, DAY).hasStatus(200);
          } else if (i % 4 == 0) {
            plantAnError();
            shop.rebuild(DAY, DAY).hasStatus(200);
          } else {
            shop.post(Shop.order(100 + i, pizza, 1)).hasStatus(200);
            shop.pay(100 + i, 100 + i, 20_000, DAY).hasStatus(200);
          }
          return i;
        });
    assertThat(shop.volumes(DAY, DAY).number("/volumes/0/quantity")).isEqualTo(43);
    assertThat(other.volumes(DAY, DAY).number("/volumes/0/quantity")).isEqualTo(20);
    Database.assertConsistent();
  }

  @Test
  void aRebuildHoldsUpPaymentsOfItsDayAlone() throws Exception {
    Shop other = new Shop(client);
    long soup = other.offer("Soup", 5_000);
    other.post(Shop.order(1, soup, 1)).hasStatus(200);
    other.pay(1, 1, 5_000, DAY).hasStatus(200);
    other.post(Shop.order(1, soup, 1)).hasStatus(200);
    shop.post(Shop.order(21, pizza, 1)).hasStatus(200);
    shop.post(Shop.order(22, pizza, 1)).hasStatus(200);

    CompletableFuture<Integer> ofThatDay;
    try (Connection rebuild = PostgresServer.get().adminConnection()) {
      rebuild.setAutoCommit(false);
      rebuild
          .createStatement()
          .execute(
              "select from orders.volume_days where business_day = '%s' and store_id = %d for update"
                  .formatted(DAY, shop.id));
      ofThatDay = CompletableFuture.supplyAsync(() -> shop.pay(21, 21, 20_000, DAY).status());

      shop.pay(22, 22, 20_000, "2026-03-02").hasStatus(200);
      other.pay(1, 2, 5_000, DAY).hasStatus(200);
      other.rebuild(DAY, DAY).hasStatus(200);
      shop.rebuild("2026-03-02", "2026-03-02").hasStatus(200);
      assertThat(ofThatDay).isNotDone();
    }
    assertThat(ofThatDay.get()).isEqualTo(200);
    Database.assertConsistent();
  }

  @Test
  void aRebuildWaitsForThePaymentsOfItsDay() throws Exception {
    CompletableFuture<Answer> rebuilt;
    try (Connection payment = PostgresServer.get().adminConnection()) {
      payment.setAutoCommit(false);
      payment
          .createStatement()
          .execute(
              "select from orders.volume_days where business_day = '%s' and store_id = %d for key share"
                  .formatted(DAY, shop.id));
      payment
          .createStatement()
          .execute(
              "update orders.daily_item_volumes set quantity = quantity + 1 where store_id = %d"
                  .formatted(shop.id));
      rebuilt = CompletableFuture.supplyAsync(() -> shop.rebuild(DAY, DAY));
      await().until(VolumesIT::someoneWaits);
      payment.commit();
    }
    assertThat(rebuilt.get().at("/differences").size()).isEqualTo(1);
    shop.rebuild("2026-03-02", "2026-03-02").hasStatus(200);
  }

  private static boolean someoneWaits() {
    return !Database.rows(
            """
            select pid from pg_stat_activity
            where application_name = 'order-service' and wait_event_type = 'Lock'
            """)
        .isEmpty();
  }

  @Test
  void aRebuildSettlesWhatTheMonitorHasFound() throws SQLException {
    Instant before = Instant.now();
    shop.postAnew(Shop.order(30, pizza, 1)).hasStatus(200);
    shop.pay(30, 30, 20_000, DAY).hasStatus(200);
    plantAnError();
    monitor.lookSince(before);
    assertThat(found()).containsExactly(DAY);

    shop.rebuild(DAY, DAY).hasStatus(200);

    assertThat(found()).isEmpty();
  }

  private List<String> found() {
    return Database.rows(
        "select subject from invariant_findings where invariant = 'I7' and store_id = " + shop.id);
  }

  private void plantAnError() {
    try {
      Database.change(
          "update daily_item_volumes set quantity = quantity + 1000 where business_day = '%s' and store_id = %d"
              .formatted(DAY, shop.id));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

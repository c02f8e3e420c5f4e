package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.database.Reports;
import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.test.RowsRead;
import com.salesync.common.test.TestTokens;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** I7: what gets past code and triggers into the volumes of a day is found. */
@OrderServiceTest
class InvariantsIT {

  private static final String DAY = "2026-03-01";

  /** With triggers and checks out of the way, as a careless operator would. */
  private static final String UNGUARDED = "set session_replication_role = replica";

  private final InvariantMonitor monitor;
  private final RowsRead rows;
  private final Shop shop;
  private final long pizza;
  private final Instant before = Instant.now();

  InvariantsIT(
      RestTestClient client,
      InvariantMonitor monitor,
      @Reports JdbcClient reports,
      @Reports DataSource reportsPool) {
    this.monitor = monitor;
    this.rows =
        new RowsRead(
            reports, new TransactionTemplate(new DataSourceTransactionManager(reportsPool)));
    shop = new Shop(client);
    pizza = shop.offer("Pizza", 20_000);
    shop.postAnew(Shop.order(1, pizza, 2));
    shop.pay(1, 1, 40_000, DAY).hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update order_lines set unit_price = 1 where item_id = %d",
        "update order_lines set quantity = 3 where item_id = %d",
        "delete from order_lines where item_id = %d",
        "update daily_item_volumes set revenue = 1 where item_id = %d",
        "update daily_item_volumes set quantity = 1 where item_id = %d",
        "delete from daily_item_volumes where item_id = %d"
      })
  void findsWhatIsWrong(String damage) throws SQLException {
    Database.change(
        "create table lines_aside as select * from order_lines where item_id = " + pizza,
        "create table volumes_aside as select * from daily_item_volumes where item_id = " + pizza);
    assertThat(findings()).isEmpty();

    Database.change(UNGUARDED, damage.formatted(pizza));

    assertThat(findings()).containsExactly(DAY);
    Database.change(
        UNGUARDED,
        "delete from order_lines where item_id = " + pizza,
        "insert into order_lines select * from lines_aside",
        "delete from daily_item_volumes where item_id = " + pizza,
        "insert into daily_item_volumes select * from volumes_aside",
        "drop table lines_aside, volumes_aside");
    assertThat(findings()).isEmpty();
  }

  @Test
  void looksAgainAtADayWhosePaymentWasVoided() throws SQLException {
    Instant paid = Instant.now();
    shop.voidSale(1).hasStatus(200);
    Database.change("update daily_item_volumes set quantity = 2 where item_id = " + pizza);
    monitor.lookSince(paid);
    assertThat(recorded()).containsExactly(DAY);
    Database.change("update daily_item_volumes set quantity = 0 where item_id = " + pizza);
    monitor.lookSince(Instant.now());
    assertThat(recorded()).isEmpty();
  }

  @Test
  void takesOrdersPaymentsAndVoidsForWhatTheyAre() {
    shop.reprice(pizza, "Pizza deluxe", 25_000);
    shop.postAnew(Shop.order(1, pizza, 1));
    shop.pay(1, 2, 25_000, DAY).hasStatus(200);
    shop.postAnew(Shop.order(1, pizza, 3));
    shop.voidSale(1).hasStatus(200);

    assertThat(findings()).isEmpty();
  }

  @Test
  void aLookReadsNothingOfIdleStores() throws SQLException {
    Instant since = Instant.now().minus(Duration.ofMillis(1));
    shop.postAnew(Shop.order(1, pizza, 1));
    shop.pay(1, 3, 20_000, DAY).hasStatus(200);
    // Plans of tables that fit into a page say nothing.
    addIdleStores(2_000);
    addIdleStores(10);
    Map<String, Long> few = rowsOfALook(since);
    addIdleStores(10_000);
    assertThat(rowsOfALook(since)).isEqualTo(few).containsKey("daily_item_volumes");
  }

  private Map<String, Long> rowsOfALook(Instant since) throws SQLException {
    Database.change("analyze orders, order_lines, daily_item_volumes, invariant_findings");
    return rows.during(() -> monitor.lookSince(since));
  }

  /** Each has sold five soups, long ago, in an order each: a store alone is not selective. */
  private static void addIdleStores(int count) throws SQLException {
    long first = TestTokens.newStore();
    Database.change(
        """
        with paid as (
          insert into orders (store_id, table_no, opened_at, business_day, status, sale_id,
            sale_requested_at, paid_at, paid_day, total_price, version)
          select %d + n, m, '2020-03-01', '2020-03-01', 'PAID', m, '2020-03-01', '2020-03-01',
            '2020-03-01', 5000, 1
          from generate_series(1, %d) n, generate_series(1, 5) m
          returning id, store_id),
        sold as (
          insert into daily_item_volumes
          select distinct store_id, date '2020-03-01', 1, 'Soup', 5, 25000 from paid)
        insert into order_lines select store_id, id, 0, 1, 'Soup', 5000, 1 from paid
        """
            .formatted(first, count));
  }

  /** The shop's days found wrong by a look at what changed since it exists. */
  private List<String> findings() {
    monitor.lookSince(before);
    return recorded();
  }

  private List<String> recorded() {
    return Database.rows(
        "select subject from invariant_findings where invariant = 'I7' and store_id = " + shop.id);
  }
}

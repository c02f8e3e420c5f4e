package com.salesync.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.database.Reports;
import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.RowsRead;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.SettableClock;
import com.salesync.common.test.TestTokens;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The running service finds a past day's cost that has been changed (invariant I7). */
@ServiceTest
@Import(TestClock.class)
class PastCostsIT {

  private final SettableClock clock;
  private final InvariantMonitor monitor;
  private final RowsRead rows;
  private final Shop shop;
  private final long cheese;
  private final Instant before = Instant.now();

  PastCostsIT(
      RestTestClient client,
      SettableClock clock,
      InvariantMonitor monitor,
      @Reports JdbcClient reports,
      @Reports DataSource reportsPool) {
    this.clock = clock;
    this.monitor = monitor;
    this.rows =
        new RowsRead(
            reports, new TransactionTemplate(new DataSourceTransactionManager(reportsPool)));
    long id = TestTokens.newStore();
    shop = Shop.withToken(client, id, () -> TestTokens.bearer(id, clock.instant()));
    cheese = shop.addItem(shop.addCategory("피자"), "치즈", 18_000);
    clock.advance(Duration.ofDays(-1));
    shop.setCost(cheese, 5_000);
    clock.reset();
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update item.item_costs set cost = 1 where item_id = %d",
        "update item.item_costs set cost = null where item_id = %d",
        "update item.item_costs set effective_day = effective_day - 1 where item_id = %d",
        "insert into item.item_costs select store_id, id, current_date - 3, 1 from item.items"
            + " where id = %d",
        "insert into item.audit_log (store_id, action, subject, details) select 1, 'items.costed',"
            + " 'day:' || k.effective_day + 1, jsonb_build_object('costs',"
            + " jsonb_build_array(to_jsonb(k))) from item.item_costs k where item_id = %d"
      })
  void findsWhatWasChangedBehindTheDay(String change) throws SQLException {
    assertThat(findings()).isEmpty();

    Instant changed = Instant.now();
    asAdmin(change.formatted(cheese));

    monitor.lookSince(changed);
    assertThat(found()).as("what was recorded earlier is read again once it changes").isNotEmpty();
    asAdmin(
        """
        set session_replication_role = replica;
        delete from item.item_costs where item_id = %d;
        delete from item.audit_log where details -> 'costs' -> 0 ->> 'item_id' = '%d'
        """
            .formatted(cheese, cheese));
    monitor.lookSince(Instant.now());
    assertThat(found()).as("what stands is looked at again").isEmpty();
  }

  @Test
  void keepsEveryCostOnRecord() {
    assertThatThrownBy(
            () -> asAdmin("delete from item.item_costs where item_id = %d".formatted(cheese)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("stays on record");
  }

  @Test
  void takesLaterEditsForWhatTheyAre() throws SQLException {
    shop.setCost(cheese, 6_000);
    shop.setCost(cheese, null);
    shop.put("/categories/items/" + cheese, "{\"name\":\"치즈\",\"price\":1}");
    shop.delete("/categories/items/" + cheese).expectStatus().isOk();

    assertThat(findings()).isEmpty();
  }

  @Test
  void aLookReadsNothingOfIdleStores() throws SQLException {
    // Plans of tables that fit into a page say nothing.
    addIdleStores(2_000);
    addIdleStores(10);
    Map<String, Long> few = rowsOfALook();
    addIdleStores(10_000);
    assertThat(rowsOfALook()).isEqualTo(few).containsKey("item_costs");
  }

  private Map<String, Long> rowsOfALook() throws SQLException {
    asAdmin("analyze item.items, item.item_costs, item.audit_log, item.invariant_findings");
    return rows.during(() -> monitor.lookSince(before));
  }

  /** Each set the cost of one item, long ago. */
  private static void addIdleStores(int count) throws SQLException {
    long first = TestTokens.newStore();
    asAdmin(
        """
        with stores as (select %d + n * 100000 as store_id from generate_series(1, %d) n),
        categories as (
          insert into item.categories (store_id, name) select store_id, 'idle' from stores
          returning id, store_id),
        items as (
          insert into item.items (store_id, category_id, name, price)
          select store_id, id, 'idle', 1000 from categories returning id, store_id),
        costs as (
          insert into item.item_costs (store_id, item_id, effective_day, cost, recorded_at)
          select store_id, id, current_date - 90, 500, now() - interval '90 days' from items)
        insert into item.audit_log (store_id, at, action, subject, details)
        select store_id, now() - interval '90 days', 'items.costed',
               'day:' || (current_date - 90),
               jsonb_build_object('costs', jsonb_build_array(
                 jsonb_build_object('item_id', id, 'cost', 500)))
        from items
        """
            .formatted(first, count));
  }

  private List<String> findings() throws SQLException {
    monitor.lookSince(before);
    return found();
  }

  /** What stands of this test's item, of whichever store. */
  private List<String> found() throws SQLException {
    List<String> subjects = new ArrayList<>();
    try (Connection connection = PostgresServer.get().adminConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select subject from item.invariant_findings where subject like '%d:%%'"
                    .formatted(cheese))) {
      while (rows.next()) {
        subjects.add(rows.getString(1));
      }
    }
    return subjects;
  }

  private static void asAdmin(String sql) throws SQLException {
    try (Connection connection = PostgresServer.get().adminConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

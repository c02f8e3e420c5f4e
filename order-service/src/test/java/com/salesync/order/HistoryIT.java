package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.database.Reports;
import com.salesync.common.security.Tenant;
import com.salesync.common.test.RowsRead;
import com.salesync.common.test.StatementCounter;
import com.salesync.common.time.BusinessDays;
import com.salesync.common.time.DayRange;
import com.salesync.order.queries.DailyTotals;
import com.salesync.order.volume.DailyItemVolumes;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A year of a million orders costs a report what a year of a thousand costs. */
@OrderServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryIT {

  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
  private static final DayRange YEAR = new DayRange(FIRST_DAY, FIRST_DAY.plusDays(365));
  private static final int ITEMS = 2;

  /** Far from those of the sequence. */
  private static final long FIRST_ID = 1_000_000_000_000L;

  private final StatementCounter statements;
  private final DailyItemVolumes volumes;
  private final DailyTotals totals;
  private final RowsRead rows;
  private final Shop small;
  private final Shop large;

  HistoryIT(
      RestTestClient client,
      StatementCounter statements,
      DailyItemVolumes volumes,
      DailyTotals totals,
      @Reports JdbcClient reports,
      @Reports DataSource reportsPool) {
    this.statements = statements;
    this.volumes = volumes;
    this.totals = totals;
    this.rows =
        new RowsRead(
            reports, new TransactionTemplate(new DataSourceTransactionManager(reportsPool)));
    small = new Shop(client);
    large = new Shop(client);
  }

  @BeforeAll
  void generate() throws SQLException {
    write(small, FIRST_ID, 1_000);
    write(large, FIRST_ID + 1_000, 1_000_000);
    Database.execute("vacuum analyze orders, order_lines, daily_item_volumes");
  }

  /** Triggers and foreign keys are off meanwhile: they would check row by row for a minute. */
  private static void write(Shop shop, long firstId, int orders) throws SQLException {
    String generated =
        """
        (select n, %1$d + n as id, date '%2$s' + (n * 366 / %3$d)::int as day, 1 + n %% %4$d as item,
                1 + n %% 3 as quantity, 1000 * (1 + n %% 3) as total
         from generate_series(0, %3$d - 1) as n)
        """
            .formatted(firstId, FIRST_DAY, orders, ITEMS);
    Database.change(
        "set local session_replication_role = replica",
        """
        insert into orders (store_id, id, table_no, status, opened_at, business_day, total_price,
          version, sale_id, sale_requested_at, paid_at, paid_day)
        select %d, id, n %% 20, 'PAID', day + time '12:00', day, total, 2, id, day + time '13:00',
          day + time '13:00', day
        from %s
        """
            .formatted(shop.id, generated),
        """
        insert into order_lines
          (store_id, order_id, line_no, item_id, item_name, unit_price, quantity)
        select %d, id, 0, item, 'Item ' || item, 1000, quantity from %s
        """
            .formatted(shop.id, generated),
        """
        insert into daily_item_volumes (store_id, business_day, item_id, name, quantity, revenue)
        select %d, day, item, 'Item ' || item, sum(quantity), sum(total) from %s group by day, item
        """
            .formatted(shop.id, generated));
  }

  @AfterAll
  void clear() throws SQLException {
    Database.change(
        "set local session_replication_role = replica",
        "truncate orders, order_lines, daily_item_volumes");
  }

  @Test
  void theGeneratedYearIsOneThatPaymentsCouldHaveLeft() {
    assertThat(small.rebuild("2025-01-01", "2026-01-01").at("/differences").size()).isZero();
    assertThat(large.rebuild("2025-06-01", "2025-06-30").at("/differences").size()).isZero();
    assertThat(large.volumes("2025-01-01", "2026-01-01").at("/volumes").valueStream())
        .map(volume -> volume.get("quantity").asLong())
        .satisfies(
            quantities ->
                assertThat(quantities.stream().mapToLong(Long::longValue).sum())
                    .isBetween(1_990_000L, 2_010_000L));
  }

  @Test
  void volumesReadTheRollUpAloneAndAsMuchOfIt() {
    for (Shop shop : List.of(small, large)) {
      Map<String, Long> read = rows.during(() -> volumes.volumes(tenant(shop), YEAR));
      assertThat(read).containsOnlyKeys("daily_item_volumes");
      // The planner looks at the two ends of an index besides.
      assertThat(read.get("daily_item_volumes")).isBetween(366L * ITEMS, 366L * ITEMS + 2);
    }
    assertThat(statementsFor(large, "/internal/volumes"))
        .isEqualTo(statementsFor(small, "/internal/volumes"));
  }

  /** Counted from the orders themselves, as the second opinion on the roll-up, but by an index. */
  @Test
  void dailyTotalsAreOneStatementOverAnIndex() {
    assertThat(statements.during(() -> totalsOfTheYear(large)))
        .isEqualTo(statements.during(() -> totalsOfTheYear(small)));
    assertThat(
            Database.rows(
                """
                explain select count(*), sum(total_price), sum(sale_id * (total_price + id))
                from orders
                where store_id = %d and status = 'PAID' and paid_day = '2025-01-01'
                """
                    .formatted(large.id),
                "set enable_seqscan = off"))
        .anyMatch(line -> line.contains("Index Only Scan using paid_orders_by_day"));
  }

  /** However many orders, days and idle stores there are. */
  @Test
  void whatChangedReadsNothingOfTheRest() {
    Instant lately = Instant.now();
    long pizza = small.offer("Pizza", 20_000);
    small.post(Shop.order(30, pizza, 1)).hasStatus(200);
    small.pay(30, 1, 20_000, "2026-03-01").hasStatus(200);
    small.voidSale(1).hasStatus(200);

    Map<String, Long> read = rows.during(() -> totals.dailyTotals(List.of(), lately));

    assertThat(read.values()).allSatisfy(count -> assertThat(count).isLessThan(10));
  }

  @Test
  void aPageOfOrdersCostsTheSameHoweverManyFollow() {
    assertThat(statements.during(() -> page(large)))
        .isEqualTo(statements.during(() -> page(small)));
  }

  private static void totalsOfTheYear(Shop shop) {
    String[] days = YEAR.days().map(LocalDate::toString).toArray(String[]::new);
    Answer answer = shop.dayTotals(days).hasStatus(200);
    assertThat(answer.at("/days").size()).isEqualTo(366);
  }

  private static void page(Shop shop) {
    Answer answer = shop.get("/orders/period?start=2025-01-01&end=2026-01-01").hasStatus(200);
    assertThat(answer.at("/orders").size()).isEqualTo(1_000);
  }

  private int statementsFor(Shop shop, String path) {
    return statements.during(
        () ->
            shop.internal(HttpMethod.GET, path + "?start=2025-01-01&end=2026-01-01", null)
                .hasStatus(200));
  }

  private static Tenant tenant(Shop shop) {
    return new Tenant(shop.id, "test", BusinessDays.DEFAULT);
  }
}

package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.database.Reports;
import com.salesync.common.test.RowsRead;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.StatementCounter;
import com.salesync.common.test.TestTokens;
import com.salesync.common.time.DayRange;
import com.salesync.sale.revenue.DailyRevenue;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A year of a million sales costs a report what a year of a thousand costs. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportCostIT {

  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
  private static final DayRange YEAR = new DayRange(FIRST_DAY, FIRST_DAY.plusDays(365));
  private static final String RANGE = "start=2025-01-01&end=2026-01-01";

  /** Far from those of the sequence. */
  private static final long FIRST_ID = 1_000_000_000_000L;

  private final RestTestClient client;
  private final StatementCounter statements;
  private final DailyRevenue revenue;
  private final RowsRead rows;
  private final Till small;
  private final Till large;

  ReportCostIT(
      RestTestClient client,
      StatementCounter statements,
      DailyRevenue revenue,
      @Reports DataSource reports) {
    this.client = client;
    this.statements = statements;
    this.revenue = revenue;
    this.rows = ReportsPool.rowsRead(reports);
    small = new Till(client);
    large = new Till(client);
  }

  @BeforeAll
  void generate() throws SQLException {
    write(small, FIRST_ID, 1_000);
    write(large, FIRST_ID + 1_000, 1_000_000);
    SaleTable.asAdmin("vacuum analyze sale.sales, sale.daily_revenue");
  }

  /** With every check and trigger on. */
  private static void write(Till till, long firstId, int sales) throws SQLException {
    String generated =
        """
        (select n, %1$d + n as id, date '%2$s' + (n * 366 / %3$d)::int as day,
                1000 * (1 + n %% 3) as total
         from generate_series(0, %3$d - 1) as n)
        """
            .formatted(firstId, FIRST_DAY, sales);
    SaleTable.asAdmin(
        """
        insert into sale.sales (id, store_id, table_no, claimed_total, payment_type, business_day,
          created_at, status, attempts, attempted_at, order_id, total_price, settled_at)
        select id, %d, n %% 20, total, 'card', day, day + time '13:00', 'COMPLETED', 1,
          day + time '13:00', id, total, day + time '13:00'
        from %s
        """
            .formatted(till.store(), generated));
    SaleTable.asAdmin(
        """
        insert into sale.daily_revenue
        select %d, day, count(*), sum(total) from %s group by day
        """
            .formatted(till.store(), generated));
  }

  @AfterAll
  static void clear() throws SQLException {
    SaleTable.asAdmin(
        "set session_replication_role = replica; truncate sale.sales, sale.daily_revenue");
  }

  @Test
  void aRangesRevenueReadsARowPerDay() {
    assertReadsARowPerDay(till -> revenue.total(till.store(), YEAR));
    assertThat(statements(large, "/sales/period?" + RANGE))
        .isEqualTo(statements(small, "/sales/period?" + RANGE));
    assertThat(large.get("/sales/period?" + RANGE).number("sales_volume"))
        .isEqualTo(1_999_999_000L);
  }

  @Test
  void theDailyTotalsReadARowPerDayToo() {
    assertReadsARowPerDay(till -> revenue.days(till.store(), YEAR));
    String uri = "/internal/sales/daily-totals?" + RANGE;
    assertThat(statements(service(large), uri)).isEqualTo(statements(service(small), uri));
    assertThat(service(large).get(uri).json().get("days").size()).isEqualTo(366);
  }

  /** Besides, the planner looks at the two ends of an index of each table it plans for. */
  private void assertReadsARowPerDay(Consumer<Till> report) {
    for (Till till : List.of(small, large)) {
      Map<String, Long> read = rows.during(() -> report.accept(till));
      assertThat(read.remove("daily_revenue")).isBetween(366L, 368L);
      assertThat(read.getOrDefault("sales", 0L)).isLessThanOrEqualTo(2);
      assertThat(read.keySet()).isSubsetOf("sales");
    }
  }

  @Test
  void aPageOfSalesReadsThatPage() {
    for (Till till : List.of(small, large)) {
      assertThat(till.get("/sales").json().get("sales").size()).isEqualTo(1_000);
    }
    assertThat(statements(large, "/sales")).isEqualTo(statements(small, "/sales"));
  }

  private Till service(Till store) {
    return new Till(client, store.store(), TestTokens.internal("dashboard-service", store.store()));
  }

  /** The fewest of several tries, since the scheduler polls meanwhile. */
  private int statements(Till till, String uri) {
    return IntStream.range(0, 10)
        .map(attempt -> statements.during(() -> assertThat(till.get(uri).status()).isEqualTo(200)))
        .min()
        .orElseThrow();
  }
}

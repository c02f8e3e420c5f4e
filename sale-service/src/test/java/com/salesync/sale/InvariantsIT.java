package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.database.Reports;
import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.test.RowsRead;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What gets in although nothing should let it is seen, and seen no more once it is mended. */
@ServiceTest
class InvariantsIT {

  private final InvariantMonitor monitor;
  private final RowsRead rows;
  private final RestTestClient client;
  private final Till till;

  InvariantsIT(RestTestClient client, InvariantMonitor monitor, @Reports DataSource reports) {
    this.client = client;
    this.monitor = monitor;
    this.rows = ReportsPool.rowsRead(reports);
    this.till = new Till(client);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update sale.daily_revenue set total = total + 1 where store_id = %1$d",
        "update sale.daily_revenue set sales = sales - 1 where store_id = %1$d",
        "delete from sale.daily_revenue where store_id = %1$d",
        "update sale.sales set total_price = 1 where id = %2$d",
        "delete from sale.sales where id = %2$d"
      })
  void aRevenueThatIsNotTheSumOfItsSalesIsFoundUntilItIsRebuilt(String damage) throws SQLException {
    long sale = till.payNewOrder(4, 12_000);
    till.payNewOrder(5, 7_000);
    monitor.look();
    assertThat(findings("REVENUE")).isZero();

    SaleTable.unguarded(damage.formatted(till.store(), sale));
    monitor.look();
    assertThat(findings("REVENUE")).isOne();
    assertThat(subject("REVENUE")).isEqualTo(Till.today().toString());

    new Till(client, till.store(), TestTokens.operator())
        .send(
            HttpMethod.POST,
            "/internal/revenue/rebuild?store_id=%d&start=%s&end=%s"
                .formatted(till.store(), Till.today(), Till.today()));
    monitor.look();
    assertThat(findings("REVENUE")).isZero();
  }

  @Test
  void aVoidThatLeftTheRevenueAsItWasIsFound() throws SQLException {
    till.payNewOrder(4, 12_000);
    till.voidSale(till.payNewOrder(5, 7_000));
    SaleTable.unguarded(
        "update sale.sales set settled_at = now() - interval '3 days' where store_id = %1$d;"
            .formatted(till.store()));
    SaleTable.unguarded(
        "update sale.daily_revenue set sales = 2, total = 19000 where store_id = %d"
            .formatted(till.store()));

    monitor.look();

    assertThat(findings("REVENUE")).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "9 minutes, PENDING, false",
    "11 minutes, PENDING, true",
    "9 minutes, VOIDING, false",
    "11 minutes, VOIDING, true"
  })
  void whatIsUnderWayForMoreThanTenMinutesIsFound(String age, String status, boolean found)
      throws SQLException {
    long sale = till.payNewOrder(4, 12_000);
    SaleTable.unguarded(
        (status.equals("PENDING")
                ? """
                update sale.sales set status = 'PENDING', order_id = null, total_price = null,
                  settled_at = null, recover_at = 'infinity',
                  created_at = now() - interval '%s' where id = %d\
                """
                : """
                update sale.sales set status = 'VOIDING', recover_at = 'infinity',
                  created_at = now() - interval '1 day',
                  void_requested_at = now() - interval '%s' where id = %d\
                """)
            .formatted(age, sale));
    try {
      monitor.look();
      assertThat(findings("I6")).isEqualTo(found ? 1 : 0);
      assertThat(found ? subject("I6") : Long.toString(sale)).isEqualTo(Long.toString(sale));
    } finally {
      SaleTable.unguarded("delete from sale.sales where id = " + sale);
    }
    monitor.look();
    assertThat(findings("I6")).isZero();
  }

  @Test
  void aLookReadsNoMoreOfTenThousandIdleStoresThanOfTen() throws SQLException {
    try {
      Map<String, Long> ofTen = rowsReadAmongIdleStores(10);
      Map<String, Long> ofTenThousand = rowsReadAmongIdleStores(10_000);

      assertThat(ofTen).containsKeys("sales", "daily_revenue");
      assertThat(ofTenThousand).isEqualTo(ofTen);
    } finally {
      SaleTable.unguarded("truncate sale.sales, sale.daily_revenue, sale.invariant_findings");
    }
  }

  /** Each has sold once a day until three days ago; a shop with a past has sold since. */
  private Map<String, Long> rowsReadAmongIdleStores(int idle) throws SQLException {
    SaleTable.unguarded("truncate sale.sales, sale.daily_revenue, sale.invariant_findings");
    sellInThePast("generate_series(1, %d) as store, generate_series(3, 12) as day".formatted(idle));
    sellInThePast(
        "(values (%d)) as shops (store), generate_series(3, 502) as day".formatted(till.store()));
    till.payNewOrder(4, 12_000);
    till.voidSale(till.payNewOrder(5, 7_000));
    SaleTable.asAdmin("vacuum (analyze, index_cleanup on) sale.sales, sale.daily_revenue");
    return rows.during(monitor::look);
  }

  private static void sellInThePast(String storesAndDaysAgo) throws SQLException {
    SaleTable.asAdmin(
        """
        insert into sale.sales (store_id, table_no, claimed_total, payment_type, business_day,
          created_at, status, attempts, attempted_at, order_id, total_price, settled_at)
        select store, 4, 1000, 'card', current_date - day, at, 'COMPLETED', 1, at,
          store * 1000 + day, 1000, at
        from %s, lateral (select now() - day * interval '1 day') as t (at)\
        """
            .formatted(storesAndDaysAgo));
    SaleTable.asAdmin(
        "insert into sale.daily_revenue select store, current_date - day, 1, 1000 from "
            + storesAndDaysAgo);
  }

  private long findings(String invariant) {
    return SaleTable.ADMIN
        .sql("select count(*) from sale.invariant_findings where invariant = ? and store_id = ?")
        .params(invariant, till.store())
        .query(Long.class)
        .single();
  }

  private String subject(String invariant) {
    return SaleTable.ADMIN
        .sql("select subject from sale.invariant_findings where invariant = ? and store_id = ?")
        .params(invariant, till.store())
        .query(String.class)
        .single();
  }
}

package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * The database refuses what the code must never do: I2, this service's half of I4, and I10 need no
 * monitor.
 */
@ServiceTest
class SaleGuardsIT {

  private final RestTestClient client;

  SaleGuardsIT(RestTestClient client) {
    this.client = client;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update sale.sales set total_price = total_price + 1 where id = %d",
        "update sale.sales set claimed_total = 1 where id = %d",
        "update sale.sales set order_id = order_id + 1 where id = %d",
        "update sale.sales set order_id = null where id = %d",
        "update sale.sales set total_price = null where id = %d",
        "update sale.sales set settled_at = null where id = %d",
        "update sale.sales set business_day = business_day - 1 where id = %d",
        "update sale.sales set store_id = store_id + 1 where id = %d",
        "update sale.sales set session = 'other' where id = %d",
        "update sale.sales set payment_type = 'cash' where id = %d",
        "update sale.sales set status = 'PENDING', settled_at = null where id = %d",
        "update sale.sales set status = 'FAILED', failure = 'NEVER_PAID' where id = %d",
        "update sale.sales set status = 'VOIDED' where id = %d",
        "delete from sale.sales where id = %d",
        "truncate sale.sales",
        "update sale.audit_log set details = '{}' where subject = 'sale:%d'",
        "delete from sale.audit_log where subject = 'sale:%d'"
      })
  void neverChangesABookedSale(String sql) {
    long sale = new Till(client).payNewOrder(4, 12_000);
    assertThatThrownBy(() -> SaleTable.asAdmin(sql.formatted(sale)))
        .isInstanceOf(SQLException.class)
        .hasMessageMatching(
            "(?s).*(never changed|cannot go from|is refused|violates check constraint).*");
  }

  @Test
  void keepsOneSalePerOrder() throws SQLException {
    long sale = new Till(client).payNewOrder(4, 12_000);
    assertThatThrownBy(
            () ->
                SaleTable.asAdmin(
                    copyOf(sale).replace("select store_id, id", "select store_id, 1")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("one_sale_per_order");
  }

  @Test
  void numbersOrdersAndSalesPerStore() throws SQLException {
    long sale = new Till(client).payNewOrder(4, 12_000);
    long other = TestTokens.newStore();
    SaleTable.asAdmin(copyOf(sale).replace("select store_id, id", "select " + other + ", id"));
    assertThat(SaleTable.only(other)).containsEntry("id", sale);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'COMPLETED', null, null, now()",
        "'COMPLETED', 1, null, now()",
        "'COMPLETED', 1, 12000, null",
        "'PENDING', 1, 12000, null",
        "'PENDING', null, null, null"
      })
  void booksNoSaleWithoutItsPaidOrderAndLeavesNoneUnrecovered(String statusOrderTotalSettled) {
    assertThatThrownBy(
            () ->
                SaleTable.asAdmin(
                    """
                    insert into sale.sales (store_id, table_no, claimed_total, payment_type,
                      business_day, created_at, attempts, attempted_at,
                      status, order_id, total_price, settled_at)
                    values (1, 4, 12000, 'card', '2026-01-01', now(), 1, now(), %s)\
                    """
                        .formatted(statusOrderTotalSettled)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("violates check constraint");
  }

  private static String copyOf(long sale) {
    return """
    insert into sale.sales (store_id, id, table_no, claimed_total, payment_type, business_day,
      created_at, status, attempts, attempted_at, order_id, total_price, settled_at)
    select store_id, id, table_no, claimed_total, payment_type, business_day, created_at, status,
      attempts, attempted_at, order_id, total_price, settled_at
    from sale.sales where id = %d\
    """
        .formatted(sale);
  }
}

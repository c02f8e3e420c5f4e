package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What the database itself refuses, and that every access path has its index. */
@OrderServiceTest
class SchemaIT {

  private final JdbcClient service;
  private final Shop shop;
  private final long pizza;
  private final long paid;

  SchemaIT(RestTestClient client, JdbcClient service) {
    this.service = service;
    shop = new Shop(client);
    pizza = shop.offer("Pizza", 20_000);
    paid = shop.postAnew(Shop.order(1, pizza, 2)).number("/order_id");
    shop.pay(1, 1, 40_000, "2026-03-01").hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from order_lines where order_id = %d",
        "delete from orders where id = %d",
        "update orders set total_price = 1 where id = %d",
        "update orders set table_no = 2 where id = %d",
        "update orders set store_id = 2 where id = %d",
        "update orders set business_day = '2020-01-01' where id = %d",
        "update orders set sale_id = 99 where id = %d",
        "update orders set sale_requested_at = now() where id = %d",
        "update orders set paid_day = '2020-01-01' where id = %d",
        "update orders set status = 'OPEN' where id = %d",
        "update orders set status = 'CANCELLED', cancelled_at = now() where id = %d",
        "update order_lines set quantity = 3 where order_id = %d",
        "update order_lines set unit_price = 3 where order_id = %d",
        "insert into order_lines select store_id, id, 1, 1, 'Late', 0, 1 from orders where id = %d"
      })
  void whatWasPaidStays(String change) {
    assertThatThrownBy(() -> Database.change(change.formatted(paid)))
        .hasMessageContaining("order " + paid);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "order_lines", "audit_log"})
  void recordsAreNeverTruncated(String table) {
    assertThatThrownBy(() -> Database.change("truncate " + table + " cascade"))
        .hasMessageContaining("refused");
  }

  /** What would get past the guards above is not the service's to do. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table orders disable trigger all",
        "alter table order_lines disable trigger user",
        "alter table orders drop constraint one_order_per_sale",
        "drop table order_lines",
        "create function free_for_all() returns int return 1",
        "set session_replication_role = replica",
        "truncate daily_item_volumes",
        "delete from orders",
        "delete from audit_log"
      })
  void theServiceMayNotSetItsGuardsAside(String attack) {
    assertThatThrownBy(() -> service.sql(attack).update())
        .rootCause()
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  @Test
  void aTotalIsTheSumOfItsLines() {
    long open = shop.post(Shop.order(2, pizza, 2)).number("/order_id");
    assertThatThrownBy(
            () -> Database.change("update orders set total_price = 1 where id = " + open))
        .hasMessageContaining("has a total of 1 and lines worth 40000");
    assertThatThrownBy(
            () ->
                Database.change(
                    "update order_lines set quantity = 1 where order_id = " + open,
                    "update orders set version = 9 where id = " + open))
        .hasMessageContaining("lines worth 20000");
  }

  @Test
  void aSecondOpenOrderAtATableIsImpossible() {
    shop.post(Shop.order(2, pizza, 2));
    assertThatThrownBy(() -> Database.change(insert(2, "'OPEN', null, null, null, null")))
        .hasMessageContaining("one_open_order_per_table");
  }

  @Test
  void oneSalePaysOneOrder() {
    assertThatThrownBy(() -> Database.change(insert(2, "'PAID', 1, now(), now(), '2026-03-01'")))
        .hasMessageContaining("one_order_per_sale");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'PAID', null, null, null, null", "'OPEN', 7, now(), now(), '2026-03-01'",
        "'PAID', 7, now(), null, null", "'PAID', 7, null, now(), '2026-03-01'",
        "'VOIDED', 7, now(), now(), '2026-03-01'", "'CANCELLED', null, null, null, null",
        "'?', null, null, null, null"
      })
  void aStatusComesWithWhatItMeans(String state) {
    assertThatThrownBy(() -> Database.change(insert(2, state))).hasMessageContaining("constraint");
  }

  @Test
  void aBulkLoadMayBringPaidOrdersWithTheirLines() throws SQLException {
    Database.change(
        """
        with opened as (
          insert into orders (store_id, table_no, opened_at, business_day, status, sale_id,
            sale_requested_at, paid_at, paid_day, total_price, version)
          values (%d, 3, now(), '2026-03-01', 'PAID', 77, now(), now(),
            '2026-03-01', 5000, 1)
          returning store_id, id)
        insert into order_lines select store_id, id, 0, 1, 'Soup', 2500, 2 from opened
        """
            .formatted(shop.id));
    assertThat(shop.rebuild("2026-03-01", "2026-03-01").at("/differences").size()).isEqualTo(1);
    assertThat(shop.get("/orders/daily?date=2026-03-01").number("/orders/0/total_price"))
        .isEqualTo(5000);
    Database.assertConsistent();
  }

  private String insert(int table, String state) {
    return "insert into orders (store_id, table_no, opened_at, business_day, status, sale_id,"
        + " sale_requested_at, paid_at, paid_day) values (%d, %d, now(), '2026-03-01', %s)"
            .formatted(shop.id, table, state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one_open_order_per_table; store_id = 1 and table_no = 2 and status = 'OPEN'",
        "one_open_order_per_table; store_id = 1 and status = 'OPEN' and table_no > 2 order by"
            + " table_no",
        "one_order_per_sale; store_id = 1 and sale_id = 2",
        "paid_orders_by_request; store_id = 1 and table_no = 2 and sale_requested_at >"
            + " '2026-01-01'",
        "orders_by_business_day; store_id = 1 and status <> 'CANCELLED' and business_day"
            + " between '2026-01-01' and '2026-02-01' and (business_day, opened_at, id) >"
            + " ('2026-01-01', '2026-01-01', 0) order by business_day, opened_at, id",
        "orders_by_paid_at; paid_at >= '2026-01-01'",
        "cancelled_orders_by_table; store_id = 1 and table_no = 2 and cancelled_at >"
            + " '2026-01-01'",
        "orders_by_voided_at; voided_at >= '2026-01-01'",
        "paid_orders_by_day; store_id = 1 and status = 'PAID' and paid_day between '2026-01-01'"
            + " and '2026-02-01'"
      })
  void everyAccessPathHasItsIndex(String index, String condition) throws SQLException {
    Database.change("analyze orders");
    assertThat(
            Database.rows(
                "explain select * from orders where " + condition,
                "set enable_seqscan = off",
                "set enable_sort = off"))
        .anyMatch(line -> line.contains(index))
        .noneMatch(line -> line.contains("Sort"));
  }
}

package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.sale.Till.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The database refuses what the code must never do, and what gets in all the same is seen. */
@ServiceTest
class BooksIT {

  private final RestTestClient client;
  private final MeterRegistry meters;
  private final ScheduledTaskHolder schedule;
  private final OrderServiceFake orders = OrderServiceFake.get();

  BooksIT(
      RestTestClient client,
      MeterRegistry meters,
      ScheduledTaskHolder scheduledAnnotationBeanPostProcessor) {
    this.client = client;
    this.meters = meters;
    this.schedule = scheduledAnnotationBeanPostProcessor;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update sale.sales set total_price = total_price + 1 where id = %d",
        "update sale.sales set claimed_total = 1 where id = %d",
        "update sale.sales set order_id = order_id + 1 where id = %d",
        "update sale.sales set business_day = business_day - 1 where id = %d",
        "update sale.sales set store_id = store_id + 1 where id = %d",
        "update sale.sales set payment_type = 'cash' where id = %d",
        "update sale.sales set idempotency_key = 'k' where id = %d",
        "update sale.sales set status = 'PENDING', settled_at = null where id = %d",
        "update sale.sales set status = 'FAILED', failure = 'NEVER_PAID' where id = %d",
        "update sale.sales set status = 'VOIDED' where id = %d",
        "delete from sale.sales where id = %d",
        "truncate sale.sales",
        "update sale.audit_log set details = '{}' where subject = 'sale:%d'",
        "delete from sale.audit_log where subject = 'sale:%d'"
      })
  void neverChangesABookedSale(String sql) {
    long sale = paid(new Till(client));
    assertThatThrownBy(() -> asAdmin(sql.formatted(sale)))
        .isInstanceOf(SQLException.class)
        .hasMessageMatching(
            "(?s).*(never changed|cannot go from|is refused|violates check constraint).*");
  }

  @Test
  void keepsOneSalePerOrder() throws SQLException {
    long sale = paid(new Till(client));
    assertThatThrownBy(() -> asAdmin(copyOf(sale)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("one_sale_per_order");
  }

  @Test
  void keepsOneSalePerIdempotencyKey() {
    Till till = new Till(client);
    till.pay(4, 12_000, "k");
    long sale = (long) SaleTable.only(till.store()).get("id");
    assertThatThrownBy(
            () ->
                asAdmin(
                    """
                    insert into sale.sales (store_id, table_no, claimed_total, payment_type,
                      business_day, created_at, idempotency_key, status, attempts, attempted_at)
                    select store_id, table_no, claimed_total, payment_type, business_day,
                      created_at, idempotency_key, 'PENDING', attempts, attempted_at
                    from sale.sales where id = %d\
                    """
                        .formatted(sale)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("one_sale_per_idempotency_key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I4 | alter table sale.sales drop constraint booked_with_its_order;"
            + " update sale.sales set order_id = null where id = %d",
        "I10 | update sale.sales set total_price = 1 where id = %d",
        "I10 | delete from sale.sales where id = %d",
        "REVENUE | update sale.sales set total_price = 1 where id = %d",
        "REVENUE | delete from sale.sales where id = %d"
      })
  void seesWhatIsWrong(String invariant, String damage) throws SQLException {
    Till till = new Till(client);
    long sale = paid(till);
    look();
    double before = violations(invariant);
    assertThat(violations("I2")).isZero();
    asAdmin("create table sale.aside as select * from sale.sales where id = " + sale);
    try {
      unguarded(damage.formatted(sale));
      look();
      assertThat(violations(invariant)).isEqualTo(before + 1);
    } finally {
      unguarded(
          """
          delete from sale.sales where id = %d;
          insert into sale.sales overriding system value select * from sale.aside;
          alter table sale.sales drop constraint if exists booked_with_its_order;
          alter table sale.sales add constraint booked_with_its_order
            check ((status in ('COMPLETED', 'VOIDING', 'VOIDED')) = (order_id is not null));
          drop table sale.aside\
          """
              .formatted(sale));
    }
    look();
    assertThat(violations(invariant)).isEqualTo(before);
  }

  @Test
  void seesAPaymentThatIsUnderWayForTooLong() throws SQLException {
    long sale = paid(new Till(client));
    look();
    double before = violations("I6");
    try {
      asAdmin(
          """
          insert into sale.sales (store_id, table_no, claimed_total, payment_type, business_day,
            created_at, status, attempts, attempted_at)
          select store_id, table_no, claimed_total, payment_type, business_day,
            created_at - interval '11 minutes', 'PENDING', attempts, attempted_at
          from sale.sales where id = %d\
          """
              .formatted(sale));
      look();
      assertThat(violations("I6")).isEqualTo(before + 1);
      assertThat(meters.get("salesync.payments.pending.oldest.age").gauge().value())
          .isGreaterThan(660);
    } finally {
      unguarded("delete from sale.sales where status = 'PENDING' and id > " + sale);
    }
  }

  @Test
  void seesAnOrderSoldTwice() throws SQLException {
    long sale = paid(new Till(client));
    String index =
        "create unique index one_sale_per_order on sale.sales (order_id) where order_id is not"
            + " null";
    asAdmin("drop index sale.one_sale_per_order");
    try {
      asAdmin(copyOf(sale));
      look();
      assertThat(violations("I2")).isOne();
    } finally {
      unguarded(
          "delete from sale.sales a using sale.sales b"
              + " where a.order_id = b.order_id and a.id > b.id");
      asAdmin(index);
    }
    look();
    assertThat(violations("I2")).isZero();
  }

  @Test
  void exportsPaymentsUnderWay() {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);
    orders.failNext(till.store(), OrderServiceFake.Fault.FAILS_BEFORE);
    double unclear = meters.counter("salesync.payments", "outcome", "unclear").count();
    till.pay(4, 12_000);

    look();

    assertThat(meters.get("salesync.payments.pending").gauge().value()).isPositive();
    assertThat(meters.get("salesync.payments.pending.oldest.age").gauge().value()).isPositive();
    assertThat(meters.get("salesync.voids.pending").gauge().value()).isNotNegative();
    assertThat(meters.counter("salesync.payments", "outcome", "unclear").count())
        .isEqualTo(unclear + 1);
    assertThat(meters.get("salesync.recoveries").tag("outcome", "failed").counter()).isNotNull();
  }

  private long paid(Till till) {
    orders.open(till.store(), 4, 12_000);
    Answer answer = till.pay(4, 12_000);
    assertThat(answer.status()).isEqualTo(201);
    return answer.number("id");
  }

  /** Runs the scheduled look now. */
  private void look() {
    schedule.getScheduledTasks().stream()
        .filter(task -> task.toString().contains("BooksWatch"))
        .forEach(task -> task.getTask().getRunnable().run());
  }

  private double violations(String invariant) {
    return meters.get("salesync.invariant.violations").tag("invariant", invariant).gauge().value();
  }

  private static String copyOf(long sale) {
    return """
    insert into sale.sales (store_id, table_no, claimed_total, payment_type, business_day,
      created_at, status, attempts, attempted_at, order_id, total_price, settled_at)
    select store_id, table_no, claimed_total, payment_type, business_day, created_at, status,
      attempts, attempted_at, order_id, total_price, settled_at
    from sale.sales where id = %d\
    """
        .formatted(sale);
  }

  /** With triggers and checks out of the way, as a careless operator would. */
  private static void unguarded(String sql) throws SQLException {
    asAdmin("set session_replication_role = replica;" + sql);
  }

  private static void asAdmin(String sql) throws SQLException {
    try (Connection connection = PostgresServer.get().adminConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

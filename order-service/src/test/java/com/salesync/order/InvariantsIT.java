package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What gets past code and triggers is seen by the running service. */
@OrderServiceTest
class InvariantsIT {

  /** With triggers and checks out of the way, as a careless operator would. */
  private static final String UNGUARDED = "set session_replication_role = replica";

  private final MeterRegistry metrics;
  private final ScheduledTaskHolder schedule;
  private final Shop shop;
  private final long pizza;
  private final long order;

  InvariantsIT(
      RestTestClient client,
      MeterRegistry metrics,
      ScheduledTaskHolder scheduledAnnotationBeanPostProcessor) {
    this.metrics = metrics;
    this.schedule = scheduledAnnotationBeanPostProcessor;
    shop = new Shop(client);
    pizza = shop.offer("Pizza", 20_000);
    order = shop.postAnew(Shop.order(1, pizza, 2)).number("/order_id");
    shop.pay(1, 1, 40_000, today()).hasStatus(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I3 | update order_lines set quantity = 3 where order_id = %d",
        "I3 | delete from order_lines where order_id = %d",
        "I3 | update order_lines set quantity = 0, unit_price = 0 where order_id = %d",
        "I3 | update orders set total_price = 1 where id = %d",
        "I7 | update order_lines set unit_price = 1 where order_id = %d",
        "I7 | update daily_item_volumes v set revenue = 1 from order_lines l"
            + " where l.item_id = v.item_id and l.order_id = %d",
        "I7 | delete from daily_item_volumes v using order_lines l"
            + " where l.item_id = v.item_id and l.order_id = %d",
        "I7 | update orders set sale_id = sale_id + 1 where id = %d",
        "I7 | update orders set total_price = 1 where id = %d"
      })
  void seesWhatIsWrong(String invariant, String damage) throws SQLException {
    long before = violations(invariant);
    Database.change(
        "create table lines_aside as select * from order_lines where order_id = " + order,
        "create table volumes_aside as select * from daily_item_volumes where store_id = "
            + shop.id);

    Database.change(
        "alter table order_lines drop constraint order_lines_quantity_check",
        UNGUARDED,
        damage.formatted(order));

    assertThat(violations(invariant)).isEqualTo(before + 1);
    Database.change(
        UNGUARDED,
        "update orders set total_price = 40000, sale_id = 1 where id = " + order,
        "delete from order_lines where order_id = " + order,
        "insert into order_lines select * from lines_aside",
        "delete from daily_item_volumes where store_id = " + shop.id,
        "insert into daily_item_volumes select * from volumes_aside",
        "drop table lines_aside, volumes_aside",
        "alter table order_lines add constraint order_lines_quantity_check"
            + " check (quantity between 1 and 999)");
    assertThat(violations(invariant)).isEqualTo(before);
  }

  @Test
  void takesEditsPaymentsAndVoidsForWhatTheyAre() {
    long sums = violations("I3");
    long days = violations("I7");

    shop.reprice(pizza, "Pizza deluxe", 25_000);
    shop.postAnew(Shop.order(1, pizza, 1));
    shop.pay(1, 2, 25_000, today()).hasStatus(200);
    shop.postAnew(Shop.order(1, pizza, 3));
    shop.voidSale(1).hasStatus(200);

    assertThat(violations("I3")).isEqualTo(sums);
    assertThat(violations("I7")).isEqualTo(days);
  }

  /** Those the scheduled look finds now. */
  private long violations(String invariant) {
    schedule.getScheduledTasks().stream()
        .filter(task -> task.toString().contains("WatchInvariants"))
        .forEach(task -> task.getTask().getRunnable().run());
    return (long)
        metrics.get("salesync.invariant.violations").tag("invariant", invariant).gauge().value();
  }

  private static String today() {
    return LocalDate.now(ZoneOffset.UTC).toString();
  }
}

package com.salesync.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.SettableClock;
import com.salesync.common.test.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The running service sees a past day's cost that has been changed (invariant I7). */
@ServiceTest
@Import(TestClock.class)
class PastCostsIT {

  private final SettableClock clock;
  private final MeterRegistry metrics;
  private final ScheduledTaskHolder schedule;
  private final Shop shop;
  private final long cheese;

  PastCostsIT(
      RestTestClient client,
      SettableClock clock,
      MeterRegistry metrics,
      ScheduledTaskHolder scheduledAnnotationBeanPostProcessor) {
    this.clock = clock;
    this.metrics = metrics;
    this.schedule = scheduledAnnotationBeanPostProcessor;
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
        "delete from item.item_costs where item_id = %d",
        "insert into item.item_costs values (%d, current_date - 3, 1)",
        "insert into item.audit_log (store_id, action, subject, details) select 1, 'items.costed',"
            + " 'day:' || k.effective_day + 1, jsonb_build_object('costs',"
            + " jsonb_build_array(to_jsonb(k))) from item.item_costs k where item_id = %d"
      })
  void seesWhatWasChangedBehindTheDay(String change) throws SQLException {
    long before = violations();

    asAdmin(change.formatted(cheese));

    assertThat(violations()).isGreaterThan(before);
    asAdmin(
        """
        delete from item.item_costs where item_id = %d;
        set session_replication_role = replica;
        delete from item.audit_log where details -> 'costs' -> 0 ->> 'item_id' = '%d'
        """
            .formatted(cheese, cheese));
    assertThat(violations()).isEqualTo(before);
  }

  @Test
  void takesLaterEditsForWhatTheyAre() {
    long before = violations();

    shop.setCost(cheese, 6_000);
    shop.setCost(cheese, null);
    shop.put("/categories/items/" + cheese, "{\"name\":\"치즈\",\"price\":1}");
    shop.delete("/categories/items/" + cheese).expectStatus().isOk();

    assertThat(violations()).isEqualTo(before);
  }

  /** Those the scheduled look finds now. */
  private long violations() {
    schedule.getScheduledTasks().stream()
        .filter(task -> task.toString().contains("WatchCosts"))
        .forEach(task -> task.getTask().getRunnable().run());
    return (long)
        metrics.get("salesync.invariant.violations").tag("invariant", "I7").gauge().value();
  }

  private static void asAdmin(String sql) throws SQLException {
    try (Connection connection = PostgresServer.get().adminConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.database.Reports;
import com.salesync.common.test.PostgresServer;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Reports that do not come to an end hold up other reports, and nothing else. They read a partition
 * that is locked meanwhile, for as long as the test takes.
 */
@OrderServiceTest
@TestPropertySource(
    properties = {
      "salesync.database.reports.connection-timeout=120000",
      "salesync.database.reports.data-source-properties.socketTimeout=0",
      "salesync.database.reports.data-source-properties.options=-c lock_timeout=0"
    })
class SlowReportsIT {

  private static final String DAY = "2026-03-01";
  private static final int REPORTS = 10;

  private final HikariDataSource reportsPool;
  private final Shop reported;
  private final Shop paying;
  private final long pizza;

  SlowReportsIT(RestTestClient client, @Reports DataSource reportsPool) throws SQLException {
    this.reportsPool = reportsPool.unwrap(HikariDataSource.class);
    reported = new Shop(client);
    paying =
        Stream.generate(() -> new Shop(client))
            .filter(shop -> partition(shop) != partition(reported))
            .findFirst()
            .orElseThrow();
    pizza = paying.offer("Pizza", 20_000);
  }

  @Test
  void tenOfThemNeverMakeAPaymentWait() throws Exception {
    // The pool begins with its first connection.
    reportsPool.getConnection().close();
    try (ExecutorService office = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> reports;
      try (Connection admin = PostgresServer.get().adminConnection()) {
        admin.setAutoCommit(false);
        admin
            .createStatement()
            .execute(
                "lock table orders.daily_item_volumes_p%d in access exclusive mode"
                    .formatted(partition(reported)));
        reports =
            IntStream.range(0, REPORTS).mapToObj(i -> office.submit(() -> report(i))).toList();
        await().atMost(Duration.ofMinutes(1)).until(() -> waiting() == REPORTS);

        for (int sale = 1; sale <= 3; sale++) {
          paying.postAnew(Shop.order(1, pizza, 1)).hasStatus(200);
          paying.pay(1, sale, 20_000, DAY).hasStatus(200);
          paying.voidSale(sale).hasStatus(200);
          assertThat(reports).noneMatch(Future::isDone);
        }
      }
      for (Future<Answer> report : reports) {
        report.get().hasStatus(200);
      }
    }
  }

  private Answer report(int number) {
    return number % 2 == 0 ? reported.volumes(DAY, DAY) : reported.dayTotals(DAY);
  }

  /** In the database for the lock, and before it for a connection. */
  private int waiting() {
    return reportsPool.getHikariPoolMXBean().getThreadsAwaitingConnection()
        + Database.rows(
                """
                select pid from pg_stat_activity
                where application_name like 'order-service%' and wait_event_type = 'Lock'
                """)
            .size();
  }

  private static int partition(Shop shop) {
    return Integer.parseInt(
        Database.rows(
                """
                select part from generate_series(0, 3) part
                where satisfies_hash_partition('daily_item_volumes'::regclass, 4, part, %d::bigint)
                """
                    .formatted(shop.id))
            .getFirst());
  }
}

package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.database.Reports;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Reports wait for one another, payments never for reports. */
@ServiceTest
@TestPropertySource(properties = "salesync.database.reports.connection-timeout=120000")
class SlowReportsIT {

  private final RestTestClient client;
  private final HikariDataSource reports;
  private final Till till;

  SlowReportsIT(RestTestClient client, @Reports DataSource reports) throws SQLException {
    this.client = client;
    this.reports = reports.unwrap(HikariDataSource.class);
    this.till = new Till(client);
  }

  @Test
  void tenSlowReportsNeverMakeAPaymentWait() throws SQLException {
    long sale = till.payNewOrder(4, 12_000);
    List<CompletableFuture<Integer>> waiting;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection slow = reports.getConnection();
        Connection another = reports.getConnection()) {
      assertThat(slow).as("the only other connection").isNotSameAs(another);
      waiting =
          IntStream.range(0, 2)
              .boxed()
              .flatMap(i -> reportsOfToday().stream())
              .map(uri -> CompletableFuture.supplyAsync(() -> status(uri), threads))
              .toList();
      await().until(() -> reports.getHikariPoolMXBean().getThreadsAwaitingConnection() == 8);

      till.payNewOrder(5, 1_000);
      assertThat(till.voidSale(sale).status()).isEqualTo(200);

      assertThat(waiting).hasSize(8).noneMatch(CompletableFuture::isDone);
    }
    assertThat(waiting).extracting(CompletableFuture::join).containsOnly(200);
  }

  private static List<String> reportsOfToday() {
    String days = "start=%1$s&end=%1$s".formatted(Till.today());
    return List.of(
        "/sales",
        "/sales/daily?date=" + Till.today(),
        "/sales/period?" + days,
        "/internal/sales/daily-totals?" + days);
  }

  private int status(String uri) {
    Till caller =
        uri.startsWith("/internal")
            ? new Till(client, till.store(), TestTokens.internal("dashboard-service", till.store()))
            : till;
    return caller.get(uri).status();
  }
}

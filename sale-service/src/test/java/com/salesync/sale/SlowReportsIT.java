package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.database.Reports;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Reports wait for one another, payments never for reports. */
@ServiceTest
class SlowReportsIT {

  private final RestTestClient client;
  private final JdbcClient reports;
  private final Till till;

  SlowReportsIT(RestTestClient client, @Reports JdbcClient reports) {
    this.client = client;
    this.reports = reports;
    this.till = new Till(client);
  }

  @Test
  void tenSlowReportsNeverMakeAPaymentWait() throws InterruptedException {
    long sale = till.payNewOrder(4, 12_000);
    CountDownLatch begun = new CountDownLatch(2);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> slow =
          IntStream.range(0, 2)
              .mapToObj(i -> CompletableFuture.runAsync(() -> sleep(begun), threads))
              .toList();
      begun.await();
      List<CompletableFuture<Integer>> waiting =
          IntStream.range(0, 2)
              .boxed()
              .flatMap(i -> reportsOfToday().stream())
              .map(uri -> CompletableFuture.supplyAsync(() -> status(uri), threads))
              .toList();

      till.payNewOrder(5, 1_000);
      assertThat(till.voidSale(sale).status()).isEqualTo(200);

      Thread.sleep(500);
      assertThat(slow).noneMatch(CompletableFuture::isDone);
      assertThat(waiting).hasSize(8).noneMatch(CompletableFuture::isDone);
      assertThat(waiting).extracting(CompletableFuture::join).containsOnly(200);
    }
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

  /** A report of three seconds; as many as there are connections keep all others waiting. */
  private void sleep(CountDownLatch begun) {
    reports.sql("select 1").query(Integer.class).single();
    begun.countDown();
    reports.sql("select pg_sleep(3)").query((row, number) -> "").single();
  }
}

package com.salesync.consulting;

import static com.salesync.consulting.Neighbours.DASHBOARD;
import static com.salesync.consulting.Neighbours.STORES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.Parallel;
import com.salesync.consulting.figures.SalesFigures;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** Two hundred requests at once, of one greedy store and many small ones, and a slow model. */
class CrowdIT {

  private static final Duration MODEL_THINKS = Duration.ofSeconds(5);
  private static final int SLOTS = 100;
  private static final int GREEDY_REQUESTS = 60;
  private static final int SMALL_STORES = 35;
  private static final int SMALL_REQUESTS = 4;
  private static final int CROWD = GREEDY_REQUESTS + SMALL_STORES * SMALL_REQUESTS;
  private static final long MOST_GROWTH = 16L << 20;
  private static final Duration IDEAL = MODEL_THINKS.multipliedBy(Math.ceilDiv(CROWD, SLOTS));

  @Test
  void acceptsACrowdAtOnceAndAdvisesItInTurnWithFlatMemory() throws Exception {
    Neighbours.reset();
    Neighbours.dashboardAnswers(Neighbours.FIGURES, menuOf(500));
    Database database = Database.create();
    try (StubModel model = new StubModel();
        ServiceInstance service =
            ServiceInstance.start(
                database,
                Map.of(
                    "salesync.consulting.model.base-url",
                    model.url(),
                    "salesync.consulting.model.timeout",
                    "60s",
                    "salesync.consulting.jobs.in-flight",
                    Integer.toString(SLOTS),
                    "salesync.consulting.jobs.daily-cap",
                    Integer.toString(GREEDY_REQUESTS),
                    "salesync.consulting.topic.name",
                    "crowd"))) {
      warmUp(service, database);
      List<Owner> crowd = crowd(service);
      Duration slowestRead = slowest(crowd, till -> till.progress("unknown"));
      long heapBefore = liveHeap();
      int askedBefore = model.asked();

      CompletableFuture<Void> allAccepted = new CompletableFuture<>();
      model.thinks(() -> CompletableFuture.allOf(allAccepted, afterThinking()));
      Instant begun = Instant.now();
      Duration slowestAcceptance = slowest(crowd, Owner::ask);
      allAccepted.complete(null);
      await().atMost(Duration.ofMinutes(1)).until(() -> model.thinking() == SLOTS);
      long figuresHeld = live(SalesFigures.class);
      await().atMost(Duration.ofMinutes(3)).until(() -> number(database, UNFINISHED) == 0);
      Duration done = Duration.between(begun, Instant.now());

      assertThat(slowestAcceptance)
          .as("a second, or on a busy machine the time of some reads")
          .isLessThan(longer(Duration.ofSeconds(1), slowestRead.multipliedBy(8)));
      assertThat(done).isLessThan(IDEAL.multipliedBy(2).plus(slowestRead.multipliedBy(20)));
      assertThat(model.mostAtOnce()).isEqualTo(SLOTS);
      assertThat(model.asked() - askedBefore).isEqualTo(CROWD);
      assertThat(number(database, UNANSWERED)).isZero();
      assertThat(number(database, LATEST_FIRST_TURN)).isLessThanOrEqualTo(SLOTS + 1 + SMALL_STORES);
      assertThat(figuresHeld).isBetween(1L, (long) SLOTS);
      assertThat(live(SalesFigures.class)).isZero();
      await().untilAsserted(() -> assertThat(liveHeap() - heapBefore).isLessThan(MOST_GROWTH));
    }
  }

  private static final String UNFINISHED =
      "select count(*) from consulting.consulting_jobs where finished_at is null";
  private static final String UNANSWERED =
      "select count(*) from consulting.consulting_jobs where answer is null";

  /** Of all starts, the one that was the first of the store that had to wait longest for it. */
  private static final String LATEST_FIRST_TURN =
      """
      select max(first_turn) from (
        select min(turn) as first_turn from (
          select store_id, rank() over (order by started_at) as turn
          from consulting.consulting_jobs where start_day = '2026-03-01') turns
        group by store_id) stores
      """;

  /** Loads classes and fills caches and pools, first with one call, then with some at once. */
  private static void warmUp(ServiceInstance service, Database database) {
    String yesterday = "/consulting?start=2026-02-28&end=2026-02-28";
    List<Owner> some = Stream.generate(() -> Owner.ofNewShop(service.client())).limit(40).toList();
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(some.getFirst().get(yesterday).status()).isEqualTo(200));
    slowest(some, till -> till.get(yesterday));
    await().atMost(Duration.ofMinutes(1)).until(() -> number(database, UNFINISHED) == 0);
  }

  /** The greedy store asks before the others do. */
  private static List<Owner> crowd(ServiceInstance service) {
    Owner greedy = Owner.ofNewShop(service.client());
    return Stream.concat(
            Collections.nCopies(GREEDY_REQUESTS, greedy).stream(),
            Stream.generate(() -> Owner.ofNewShop(service.client()))
                .limit(SMALL_STORES)
                .flatMap(small -> Collections.nCopies(SMALL_REQUESTS, small).stream()))
        .toList();
  }

  /** All call at once; how long the one took that took longest. */
  private static Duration slowest(List<Owner> tills, Consumer<Owner> call) {
    return Collections.max(
        Parallel.times(
            tills.size(),
            n -> {
              Instant begun = Instant.now();
              call.accept(tills.get(n));
              return Duration.between(begun, Instant.now());
            }));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static CompletableFuture<Void> afterThinking() {
    return CompletableFuture.runAsync(
        () -> {},
        CompletableFuture.delayedExecutor(MODEL_THINKS.toMillis(), TimeUnit.MILLISECONDS));
  }

  private static String menuOf(int items) {
    return IntStream.rangeClosed(1, items)
        .mapToObj(
            item ->
                """
                {"item_id":%d,"name":"메뉴 %d","quantity":2,"revenue":40000,"profit":40000,
                 "cost_known":false}
                """
                    .formatted(item, item))
        .collect(
            Collectors.joining(
                ",",
                """
                {"start":"2026-03-01","end":"2026-03-03","revenue":20000000,"profit":20000000,
                 "weekdays":[{"weekday":"MONDAY","days":1,"revenue":20000000}],"items":[\
                """,
                "]}"));
  }

  private static long number(Database database, String sql) throws SQLException {
    return Long.parseLong(Objects.requireNonNull(database.only(sql)));
  }

  /** Without what the stand-ins remember of requests. */
  private static long liveHeap() {
    DASHBOARD.resetRequests();
    STORES.resetRequests();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** How many instances of a class can be reached. */
  private static long live(Class<?> type) throws JMException {
    Object histogram =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    return Pattern.compile("(\\d+) +\\d+ +" + Pattern.quote(type.getName()) + "\\s")
        .matcher(histogram.toString())
        .results()
        .mapToLong(line -> Long.parseLong(line.group(1)))
        .sum();
  }
}

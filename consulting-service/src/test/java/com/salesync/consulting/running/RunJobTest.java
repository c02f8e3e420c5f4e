package com.salesync.consulting.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.security.Tenant;
import com.salesync.consulting.advice.Advice;
import com.salesync.consulting.advice.Adviser;
import com.salesync.consulting.client.DashboardServiceClient;
import com.salesync.consulting.client.StoreServiceClient.Store;
import com.salesync.consulting.figures.ItemFigures;
import com.salesync.consulting.figures.SalesFigures;
import com.salesync.consulting.job.Job;
import com.salesync.consulting.job.JobId;
import com.salesync.consulting.job.JobProperties;
import com.salesync.consulting.job.StartedJobs;
import com.salesync.consulting.request.Latches;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunJobTest {

  private static final int JOBS = 8;
  private static final int A_FEW = 4;

  private final Bottleneck dashboard = new Bottleneck();
  private final Bottleneck database = new Bottleneck();
  private final CountDownLatch allAskTheModel = new CountDownLatch(JOBS);

  @Test
  void asksTheModelForAllAtOnceButReadsAndWritesForAFewAtATime() throws Exception {
    RunJob run =
        new RunJob(
            new StartedJobs(database::pass),
            new OneSale(),
            tenant -> new Store("동네피자", "ko"),
            new BusyModel(),
            new RecordedEnds(),
            new JobProperties(
                JOBS,
                0,
                50,
                Duration.ofSeconds(8),
                3,
                Duration.ofSeconds(2),
                Duration.ofMinutes(1),
                Duration.ofMinutes(30),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(15)),
            Clock.systemUTC());

    try (ExecutorService slots = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Instant>>> jobs =
          IntStream.range(0, JOBS)
              .mapToObj(n -> slots.submit(() -> run.tryJob(new JobId(1, UUID.randomUUID()))))
              .toList();
      for (Future<Optional<Instant>> job : jobs) {
        assertThat(job.get()).isEmpty();
      }
    }

    assertThat(dashboard.passed.get()).isEqualTo(JOBS);
    assertThat(dashboard.mostAtOnce.get()).isEqualTo(A_FEW);
    assertThat(database.passed.get()).isEqualTo(2 * JOBS);
    assertThat(database.mostAtOnce.get()).isEqualTo(A_FEW);
  }

  /** Keeps each caller until one too many has come, or a while. */
  private static final class Bottleneck {

    private final CountDownLatch oneTooMany = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger passed = new AtomicInteger();

    void pass() {
      passed.incrementAndGet();
      int now = inside.incrementAndGet();
      mostAtOnce.accumulateAndGet(now, Math::max);
      if (now > A_FEW) {
        oneTooMany.countDown();
      }
      Latches.await(oneTooMany, Duration.ofMillis(50));
      inside.decrementAndGet();
    }
  }

  private final class RecordedEnds extends EndJob {

    RecordedEnds() {
      super(null, null, null, null, new SimpleMeterRegistry(), Clock.systemUTC());
    }

    @Override
    void completeJob(
        Job job,
        Locale language,
        Adviser.Description adviser,
        SalesFigures figures,
        Advice advice) {
      database.pass();
    }
  }

  private final class BusyModel implements Adviser {

    @Override
    public Advice advise(String storeName, SalesFigures figures, Locale language) {
      allAskTheModel.countDown();
      assertThat(Latches.await(allAskTheModel, Duration.ofSeconds(30))).isTrue();
      return new Advice("sell more");
    }

    @Override
    public Description description() {
      return new Description("model", "m");
    }
  }

  private final class OneSale implements DashboardServiceClient {

    @Override
    public SalesFigures figures(Tenant tenant, LocalDate start, LocalDate end) {
      dashboard.pass();
      return new SalesFigures(
          start, end, 100, 100, List.of(new ItemFigures(1, "피자", 1, 100, 100, true)), List.of());
    }
  }
}

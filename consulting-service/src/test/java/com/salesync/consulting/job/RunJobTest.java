package com.salesync.consulting.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.time.BusinessDays;
import com.salesync.common.time.DayRange;
import com.salesync.consulting.advice.Advice;
import com.salesync.consulting.advice.Adviser;
import com.salesync.consulting.figures.Figures;
import com.salesync.consulting.figures.ItemFigures;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
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

  private final Bottleneck books = new Bottleneck();
  private final Bottleneck database = new Bottleneck();
  private final CountDownLatch allAskTheModel = new CountDownLatch(JOBS);

  @Test
  void asksTheModelForAllAtOnceButReadsAndWritesForAFewAtATime() throws Exception {
    RunJob run =
        new RunJob(
            new StartedJobs(),
            new OneSale(),
            new BusyModel(),
            new RecordedEnds(),
            new ConsultingProperties(
                JOBS,
                0,
                50,
                3,
                Duration.ofSeconds(2),
                Duration.ofMinutes(1),
                Duration.ofMinutes(30),
                Duration.ofMillis(200),
                Duration.ofSeconds(5)),
            Clock.systemUTC());

    try (ExecutorService slots = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Instant>>> jobs =
          IntStream.range(0, JOBS)
              .mapToObj(n -> slots.submit(() -> run.once(UUID.randomUUID())))
              .toList();
      for (Future<Optional<Instant>> job : jobs) {
        assertThat(job.get()).isEmpty();
      }
    }

    assertThat(books.passed.get()).isEqualTo(JOBS);
    assertThat(books.mostAtOnce.get()).isEqualTo(A_FEW);
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

  private final class StartedJobs extends Jobs {

    StartedJobs() {
      super(null);
    }

    @Override
    Optional<Job> start(UUID reqId, Instant now) {
      database.pass();
      return Optional.of(
          Job.accepted(
              reqId,
              1,
              DayRange.of(LocalDate.EPOCH),
              new BusinessDays(ZoneOffset.UTC, LocalTime.MIDNIGHT),
              now,
              now.plusSeconds(60),
              null));
    }
  }

  private final class RecordedEnds extends EndJob {

    RecordedEnds() {
      super(null, null, null, null, new SimpleMeterRegistry(), Clock.systemUTC());
    }

    @Override
    void answered(
        Job job, Locale language, Adviser.Description adviser, Figures figures, Advice advice) {
      database.pass();
    }
  }

  private final class BusyModel implements Adviser {

    @Override
    public Advice advise(String storeName, Figures figures, Locale language) {
      allAskTheModel.countDown();
      assertThat(Latches.await(allAskTheModel, Duration.ofSeconds(30))).isTrue();
      return new Advice("sell more");
    }

    @Override
    public Description description() {
      return new Description("model", "m");
    }
  }

  private final class OneSale implements Period {

    @Override
    public boolean hasSales(long storeId, BusinessDays businessDays, DayRange range) {
      return true;
    }

    @Override
    public Figures figures(long storeId, BusinessDays businessDays, DayRange range) {
      books.pass();
      return new Figures(
          range.start(),
          range.end(),
          100,
          100,
          List.of(new ItemFigures(1, "피자", 1, 100, 100, true)),
          List.of());
    }

    @Override
    public Store store(long storeId, BusinessDays businessDays) {
      return new Store("동네피자", Locale.KOREAN);
    }
  }
}

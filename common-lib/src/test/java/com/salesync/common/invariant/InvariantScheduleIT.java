package com.salesync.common.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.salesync.common.sample.SampleApplication;
import com.salesync.common.test.ServiceTest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Two replicas share one agenda. */
@ServiceTest
@SpringBootTest(
    classes = SampleApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(InvariantScheduleIT.Counted.class)
@TestPropertySource(
    properties = {"salesync.invariants.interval=1s", "salesync.tasks.polling-interval=100ms"})
@DirtiesContext
class InvariantScheduleIT {

  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final int LOOKS = 5;

  private static final Queue<Long> STARTED_AT = new ConcurrentLinkedQueue<>();

  private final DataSource database;
  private final Task<?> task;

  InvariantScheduleIT(DataSource database, @Qualifier("lookAtInvariants") Task<?> task) {
    this.database = database;
    this.task = task;
  }

  @TestConfiguration
  static class Counted {

    @Bean
    Invariant counted() {
      return new Invariant() {
        @Override
        public String name() {
          return "COUNTED";
        }

        @Override
        public Collection<Finding> findings(Look look) {
          STARTED_AT.add(System.nanoTime());
          return List.of();
        }
      };
    }
  }

  @Test
  void twoReplicasLookOncePerInterval() {
    Scheduler secondReplica =
        Scheduler.create(database)
            .startTasks((RecurringTask<?>) task)
            .threads(2)
            .pollingInterval(Duration.ofMillis(100))
            .build();
    secondReplica.start();
    try {
      await().atMost(Duration.ofSeconds(30)).until(() -> STARTED_AT.size() >= LOOKS);
    } finally {
      secondReplica.stop();
    }

    List<Long> looks = List.copyOf(STARTED_AT);
    for (int i = 1; i < LOOKS; i++) {
      assertThat(Duration.ofNanos(looks.get(i) - looks.get(i - 1)))
          .isGreaterThanOrEqualTo(INTERVAL.minusMillis(50));
    }
  }
}

package com.salesync.common.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.problem.Problem;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** A call with a key whose first call still runs. */
@ServiceTest
class IdempotencyWaitIT {

  private static final int REPEATS = 30;

  private final IdempotencyGate gate;
  private final HikariDataSource pool;
  private final AtomicInteger effects = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final long store = TestTokens.newStore();

  IdempotencyWaitIT(
      JdbcClient jdbc, TransactionOperations transactions, JsonMapper json, HikariDataSource pool) {
    this.gate = new IdempotencyGate(jdbc, transactions, json, Duration.ofMinutes(1));
    this.pool = pool;
  }

  @Test
  void waitsWithoutAConnection() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first = threads.submit(this::call);
      begun.await();
      List<Future<Integer>> repeats =
          IntStream.range(0, REPEATS).mapToObj(repeat -> threads.submit(this::call)).toList();

      await()
          .during(Duration.ofMillis(500))
          .until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 1);
      end.countDown();

      for (Future<Integer> repeat : repeats) {
        assertThat(repeat.get()).isEqualTo(first.get());
      }
    }
    assertThat(effects).hasValue(1);
  }

  @Test
  void doesNotKnowWhatBecomesOfOneThatGoesOnAtAnotherReplica() throws Exception {
    try (Connection replica = PostgresServer.get().adminConnection();
        Statement statement = replica.createStatement()) {
      replica.setAutoCommit(false);
      statement.execute(
          """
          insert into item.idempotency_keys (store_id, endpoint, key, fingerprint)
          values (%d, 'POST /samples', 'key', 'f')
          """
              .formatted(store));

      assertThatThrownBy(this::call)
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> {
                assertThat(problem.status().value()).isEqualTo(504);
                assertThat(problem.code()).isEqualTo("OUTCOME_UNKNOWN");
              });
      replica.rollback();
    }
    assertThat(effects).hasValue(0);
  }

  private int call() {
    return gate.once(store, "POST /samples", "key", "body", Integer.class, this::effect);
  }

  private int effect() {
    begun.countDown();
    try {
      end.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return effects.incrementAndGet();
  }
}

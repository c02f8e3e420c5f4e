package com.salesync.common.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.idempotency.IdempotencyGate.Held;
import com.salesync.common.problem.Problem;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** A key claimed within a caller's transaction, for an effect that takes more than one. */
@ServiceTest
class IdempotencyClaimIT {

  private static final String ENDPOINT = "POST /samples";

  private final IdempotencyGate gate;
  private final TransactionOperations transactions;
  private final long store = TestTokens.newStore();

  IdempotencyClaimIT(IdempotencyGate gate, TransactionOperations transactions) {
    this.gate = gate;
    this.transactions = transactions;
  }

  @Test
  void oneOfManyHoldsTheKeyAndAllOthersLearnWho() throws Exception {
    List<Callable<Optional<Held<Long>>>> claims =
        LongStream.range(0, 20)
            .<Callable<Optional<Held<Long>>>>mapToObj(sample -> () -> claim("body", sample))
            .toList();
    List<Optional<Held<Long>>> found;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      found = threads.invokeAll(claims).stream().map(Future::resultNow).toList();
    }

    assertThat(found).filteredOn(Optional::isEmpty).hasSize(1);
    long holder = found.indexOf(Optional.<Held<Long>>empty());
    assertThat(found)
        .filteredOn(Optional::isPresent)
        .containsOnly(Optional.of(new Held<>(holder, true)));
  }

  @Test
  void anotherBodyIsRefusedToWhoeverRepeats() {
    claim("body", 1);

    Held<Long> held = claim("other", 2).orElseThrow();

    assertThat(held).isEqualTo(new Held<>(1L, false));
    assertThatThrownBy(held::requireSameBody)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED"));
    claim("body", 2).orElseThrow().requireSameBody();
  }

  @Test
  void aClaimEndsWithItsTransaction() {
    transactions.executeWithoutResult(
        status -> {
          assertThat(gate.claim(store, ENDPOINT, "key", "body", 1L, Long.class)).isEmpty();
          status.setRollbackOnly();
        });

    assertThat(claim("other", 2)).isEmpty();
  }

  @Test
  void aKeyIsTakenOverOnceWithItsNewBody() {
    claim("body", 1);

    assertThat(gate.takeOver(store, ENDPOINT, "key", "other", 1L, 2L)).isTrue();
    assertThat(gate.takeOver(store, ENDPOINT, "key", "body", 1L, 3L)).isFalse();

    assertThat(claim("other", 4)).contains(new Held<>(2L, true));
    assertThat(claim("body", 4)).contains(new Held<>(2L, false));
  }

  private Optional<Held<Long>> claim(String body, long sample) {
    Optional<Held<Long>> held =
        transactions.execute(
            status -> gate.claim(store, ENDPOINT, "key", body, sample, Long.class));
    return held == null ? Optional.empty() : held;
  }
}

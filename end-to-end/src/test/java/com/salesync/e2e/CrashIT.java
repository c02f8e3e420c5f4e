package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.e2e.client.Answer;
import com.salesync.localstack.part.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Kills a service with SIGKILL at each step of a payment and of a void. Afterwards the sale either
 * happened once or not at all, and all records say the same. Most of its time is waiting for
 * restarts, so it has a stack of its own and runs beside the other tests.
 */
@Execution(ExecutionMode.CONCURRENT)
class CrashIT {

  private static final Stack STACK = Stack.crashing();

  /** A busy machine starts a service in a minute. */
  private static final Duration RECOVERED = Duration.ofMinutes(3);

  private static final long TOTAL = 25_000;

  private final Shop shop = Shop.open(STACK);
  private final long pizza = shop.item("피자", TOTAL);

  @ParameterizedTest
  @MethodSource("steps")
  @Execution(ExecutionMode.SAME_THREAD)
  void aPaymentHappensOnceOrNotAtAll(Part victim, String step) {
    shop.order(1, pizza, 1);
    arm(victim, step);

    payAndLoseTheAnswer();
    awaitCrash(victim);

    await().atMost(RECOVERED).untilAsserted(() -> assertSettled(1));
    if (unpaid(1)) {
      assertThat(shop.pay(1, TOTAL).status()).as("the owner tries again").isEqualTo(201);
    }
    assertThat(shop.revenueToday()).isEqualTo(TOTAL);
    assertThat(shop.till.get("/sales/").body().path("sales")).hasSize(1);
    Invariants.assertHold(STACK);
  }

  @ParameterizedTest
  @MethodSource("steps")
  @Execution(ExecutionMode.SAME_THREAD)
  void aVoidHappensOnceOrNotAtAll(Part victim, String step) {
    shop.order(1, pizza, 1);
    long sale = shop.pay(1, TOTAL).id("id");
    arm(victim, step);

    try {
      shop.till.delete("/sales/" + sale);
    } catch (UncheckedIOException connectionLost) {
      assertThat(connectionLost).isNotNull();
    }
    awaitCrash(victim);

    await()
        .atMost(RECOVERED)
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(shop.till.delete("/sales/" + sale).status()).isEqualTo(200));
    await()
        .atMost(RECOVERED)
        .untilAsserted(
            () -> {
              assertThat(shop.till.get("/sales/").body().path("sales")).isEmpty();
              assertThat(shop.revenueToday()).isZero();
            });
    Invariants.assertHold(STACK);
  }

  static Stream<Arguments> steps() {
    Stream<Arguments> ofTheSale =
        Stream.of(
                "before-commit-1",
                "after-commit-1",
                "before-call-1",
                "after-call-1",
                "before-commit-2",
                "after-commit-2")
            .map(step -> Arguments.of(Part.SALE, step));
    Stream<Arguments> ofTheOrder =
        Stream.of("before-commit-1", "after-commit-1").map(step -> Arguments.of(Part.ORDER, step));
    return Stream.concat(ofTheSale, ofTheOrder);
  }

  /** Every list is readable again, no payment hangs, and they agree. */
  private void assertSettled(int table) {
    Invariants.assertNothingPending(STACK, shop.storeId);
    Answer sales = shop.till.get("/sales/");
    assertThat(sales.status()).isEqualTo(200);
    Answer unpaids = shop.till.get("/orders/unpaids");
    assertThat(unpaids.status()).isEqualTo(200);
    JsonNode list = sales.body().path("sales");
    assertThat(list.size() == 1).isEqualTo(!unpaid(table));
    assertThat(shop.revenueToday()).isEqualTo(list.size() * TOTAL);
  }

  private boolean unpaid(int table) {
    return !shop.till.get("/orders/unpaids/" + table).body().path("carts").isEmpty();
  }

  private void payAndLoseTheAnswer() {
    try {
      Answer answer = shop.pay(1, TOTAL);
      assertThat(answer.status()).as("%s", answer.body()).isIn(201, 200, 503, 504);
    } catch (UncheckedIOException connectionLost) {
      assertThat(connectionLost).isNotNull();
    }
  }

  private static void arm(Part victim, String step) {
    try {
      Files.writeString(STACK.crashFile(victim), step);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The victim removes the armed file as it dies; without that the step was never reached. It is
   * started again at once: the stack itself would wait longer with each of so many crashes.
   */
  private static void awaitCrash(Part victim) {
    Path armed = STACK.crashFile(victim);
    await().atMost(RECOVERED).until(() -> !Files.exists(armed));
    STACK.parts().halt(victim);
    STACK.parts().start(victim);
    STACK.parts().awaitReady(victim, RECOVERED);
  }
}

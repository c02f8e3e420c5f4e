package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.e2e.database.InvariantQueries;
import java.time.Duration;

/** What the invariants of the money path come to for a test's stack. */
final class Invariants {

  private static final Duration SETTLED = Duration.ofSeconds(60);

  private Invariants() {}

  /** Every invariant holds for every store; nothing may be in flight meanwhile. */
  static void assertHold(Stack stack) {
    InvariantQueries.counts(stack.parts().superuser())
        .forEach((name, count) -> assertThat(count).as(name).isZero());
  }

  /** The same once no payment and no void of any store is under way any more. */
  static void awaitAndAssertHold(Stack stack) {
    await()
        .atMost(SETTLED)
        .untilAsserted(
            () ->
                assertThat(count(stack, InvariantQueries.PENDING))
                    .as("payments in flight of all stores")
                    .isZero());
    assertHold(stack);
  }

  /** No payment and no void of this store waits for recovery. */
  static void assertNothingPending(Stack stack, long storeId) {
    assertThat(count(stack, InvariantQueries.PENDING + " and store_id = " + storeId))
        .as("payments in flight of store %d", storeId)
        .isZero();
  }

  /**
   * What a query over all schemas counts.
   *
   * @param query of one number
   */
  static long count(Stack stack, String query) {
    return InvariantQueries.count(stack.parts().superuser(), query);
  }
}

package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.client.Outcome;
import com.salesync.localstack.part.Part;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Shops open their doors the moment the system says that it is ready. */
@Order(1)
@EnabledIfSystemProperty(named = "acceptance", matches = "true")
class RushIT {

  private static final int SHOPS = 5;
  private static final int CLIENTS = 50;
  private static final int VISITS_OF_EACH = 10;

  private record Rush(List<Reply> replies, Truth truth) {}

  /** As often as {@code -Dstarts=N} says, each time after another start. */
  @Test
  void fiftyClientsAreServedRightAfterReady() {
    List<Rush> rushes =
        IntStream.rangeClosed(1, Integer.getInteger("starts", 1))
            .mapToObj(start -> rush(Stack.justReady(), start))
            .toList();

    rushes.forEach(rush -> rush.truth().assertTold());
    assertThat(rushes)
        .flatExtracting(Rush::replies)
        .filteredOn(reply -> reply.outcome() != Outcome.DONE)
        .isEmpty();
  }

  private static Rush rush(Stack stack, int start) {
    List<Tables> shops = Tables.inNewShops(stack, SHOPS);
    long began = System.nanoTime();
    List<Reply> replies =
        Parallel.calls(
                CLIENTS,
                client ->
                    IntStream.range(0, VISITS_OF_EACH)
                        .mapToObj(visit -> shops.get(client % SHOPS).visit(Part.GATEWAY))
                        .toList())
            .stream()
            .flatMap(List::stream)
            .toList();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Rush(
        replies,
        Truth.of(replies)
            .print(
                "%d visits in %d ms right after ready, start %d"
                    .formatted(replies.size(), took.toMillis(), start)));
  }
}

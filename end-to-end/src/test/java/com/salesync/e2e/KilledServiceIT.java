package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.localstack.part.Part;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Each service in turn is killed with SIGKILL while guests come at a third of the rate that can be
 * borne: visits succeed again within twice that service's own start, and what clients were told is
 * true.
 */
@EnabledIfSystemProperty(named = "acceptance", matches = "true")
class KilledServiceIT {

  private static final int SHOPS = 4;
  private static final int CLIENTS = 8;
  private static final Duration MEASURED = Duration.ofSeconds(4);
  private static final Duration CALM = Duration.ofSeconds(2);
  private static final Duration LIMIT = Duration.ofMinutes(4);

  /** When it was killed, in nanoseconds; and how long it started. */
  private record Kill(Part victim, long killed, Duration firstStart, Duration restart) {}

  private final Stack stack = Stack.asDeployed();

  @Test
  void visitsSucceedAgainWithinTwiceTheServicesOwnStart() {
    List<Tables> shops = Tables.inNewShops(stack, SHOPS);
    Visits.sustained(shops, CLIENTS, MEASURED);
    double sustained = Visits.sustained(shops, CLIENTS, MEASURED);
    List<Kill> kills;
    Visits visits = Visits.begin(shops, sustained / 3, Part.GATEWAY);
    try (visits) {
      kills = Part.services().map(victim -> kill(victim, visits)).toList();
    }
    List<Reply> replies = visits.lastWrites();

    System.out.printf(
        "%.1f visits/s by %d clients in turn; %.1f came%n", sustained, CLIENTS, sustained / 3);
    System.out.printf("%-20s%14s%14s%16s%n", "killed", "first start", "restart", "visits failed");
    for (Kill kill : kills) {
      System.out.printf(
          "%-20s%12.1f s%12.1f s%14.1f s%n",
          kill.victim().label(),
          seconds(kill.firstStart()),
          seconds(kill.restart()),
          seconds(visits.failing(kill.victim(), kill.killed())));
    }
    Tables.awaitSettled(stack, shops);
    Truth.of(replies).print("A service killed, guests' last writes").assertTold();
    Invariants.awaitAndAssertHold(stack);
    assertThat(kills)
        .allSatisfy(
            kill ->
                assertThat(visits.failing(kill.victim(), kill.killed()))
                    .as(kill.victim().label())
                    .isLessThan(kill.restart().multipliedBy(2)));
  }

  private Kill kill(Part victim, Visits visits) {
    int before = stack.parts().restarts(victim);
    visits.blame(victim);
    long killed = System.nanoTime();
    stack.parts().kill(victim);
    await().atMost(LIMIT).until(() -> stack.parts().restarts(victim) > before);
    stack.parts().awaitReady(victim, LIMIT);
    await().pollDelay(CALM).atMost(LIMIT).until(() -> visits.servedFor(CALM));
    List<Duration> starts = stack.starts().of(victim);
    return new Kill(victim, killed, starts.getFirst(), starts.getLast());
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}

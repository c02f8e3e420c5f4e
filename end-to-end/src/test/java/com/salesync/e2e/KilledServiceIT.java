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

  /** What became of the guests, from the kill on, and how long the service started. */
  private record Kill(
      Part victim, Duration firstStart, Duration restart, Duration failing, List<Reply> replies) {}

  private final Stack stack = Stack.asDeployed();

  @Test
  void visitsSucceedAgainWithinTwiceTheServicesOwnStart() {
    List<Tables> shops = Tables.inNewShops(stack, SHOPS);
    Visits.sustained(shops, CLIENTS, MEASURED);
    double sustained = Visits.sustained(shops, CLIENTS, MEASURED);
    List<Kill> kills = Part.services().map(victim -> kill(victim, shops, sustained / 3)).toList();
    List<Reply> replies = kills.stream().flatMap(kill -> kill.replies().stream()).toList();

    System.out.printf(
        "%.1f visits/s by %d clients in turn; %.1f came%n", sustained, CLIENTS, sustained / 3);
    System.out.printf("%-20s%14s%14s%16s%n", "killed", "first start", "restart", "visits failed");
    for (Kill kill : kills) {
      System.out.printf(
          "%-20s%12.1f s%12.1f s%14.1f s%n",
          kill.victim().label(),
          seconds(kill.firstStart()),
          seconds(kill.restart()),
          seconds(kill.failing()));
    }
    Tables.awaitSettled(stack, shops);
    Truth.of(replies).print("A service killed, guests' last writes").assertTold();
    Invariants.awaitAndAssertHold(stack);
    assertThat(kills)
        .allSatisfy(
            kill ->
                assertThat(kill.failing())
                    .as(kill.victim().label())
                    .isLessThan(kill.restart().multipliedBy(2)));
  }

  /** Every guest has gone before the next service is killed, so that each suffers from one. */
  private Kill kill(Part victim, List<Tables> shops, double perSecond) {
    int before = stack.parts().restarts(victim);
    long killed;
    Visits visits = Visits.begin(shops, perSecond, victim);
    try (visits) {
      awaitCalm(visits);
      killed = System.nanoTime();
      stack.parts().kill(victim);
      await().atMost(LIMIT).until(() -> stack.parts().restarts(victim) > before);
      stack.parts().awaitReady(victim, LIMIT);
      awaitCalm(visits);
    }
    List<Duration> starts = stack.starts().of(victim);
    return new Kill(
        victim, starts.getFirst(), starts.getLast(), visits.failing(killed), visits.lastWrites());
  }

  private static void awaitCalm(Visits visits) {
    await().pollDelay(CALM).atMost(LIMIT).until(() -> visits.servedFor(CALM));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}

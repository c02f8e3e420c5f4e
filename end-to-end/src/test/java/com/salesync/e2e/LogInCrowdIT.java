package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.client.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Two hundred owners log in at once, each from an address of their own: each is let in in turn or
 * told at once how long to wait, and running tills, whose eight clients take all of the processor,
 * go on.
 */
@EnabledIfSystemProperty(named = "acceptance", matches = "true")
class LogInCrowdIT {

  private static final int SHOPS = 4;
  private static final int CLIENTS = 8;
  private static final int OWNERS = 200;
  private static final Duration MEASURED = Duration.ofSeconds(5);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private record LogIn(Answer answer, Duration took) {

    static LogIn of(Shop shop) {
      long began = System.nanoTime();
      Answer answer = shop.logIn();
      return new LogIn(answer, Duration.ofNanos(System.nanoTime() - began));
    }

    int status() {
      return answer.status();
    }
  }

  private final Stack stack = Stack.asDeployed();

  @Test
  void isAnsweredInTurnOrToldAtOnceHowLongToWait() {
    assertThat(told(logIns(Tables.inNewShops(stack, SHOPS))).get(429))
        .allSatisfy(one -> assertThat(one.took()).isLessThan(AT_ONCE));
  }

  @Test
  void letsTillsGoOn() {
    List<Tables> shops = Tables.inNewShops(stack, SHOPS);
    Visits.sustained(shops, CLIENTS, MEASURED);
    double before = Visits.sustained(shops, CLIENTS, MEASURED);

    CompletableFuture<List<LogIn>> crowd = CompletableFuture.supplyAsync(() -> logIns(shops));
    double meanwhile = Visits.sustained(shops, CLIENTS, MEASURED);

    told(crowd.join());
    System.out.printf("%.1f visits/s before, %.1f meanwhile%n", before, meanwhile);
    assertThat(meanwhile).isGreaterThan(before / 2);
  }

  private static List<LogIn> logIns(List<Tables> shops) {
    return Parallel.calls(OWNERS, owner -> LogIn.of(shops.get(owner % SHOPS).shop()));
  }

  private static Map<Integer, List<LogIn>> told(List<LogIn> logIns) {
    Map<Integer, List<LogIn>> told = logIns.stream().collect(Collectors.groupingBy(LogIn::status));
    told.forEach(
        (status, these) ->
            System.out.printf(
                "%d x %d, the last after %d ms%n",
                these.size(),
                status,
                these.stream().mapToLong(one -> one.took().toMillis()).max().orElseThrow()));
    assertThat(told).containsKey(200).containsKey(429).hasSize(2);
    assertThat(told.get(429))
        .allSatisfy(
            one -> {
              assertThat(one.answer().body().path("code").asString()).isEqualTo("PASSWORDS_BUSY");
              assertThat(one.answer().header("Retry-After")).isNotEmpty();
            });
    return told;
  }
}

package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.e2e.client.Answer;
import com.salesync.e2e.client.Outcome;
import com.salesync.e2e.wire.Behaviour;
import com.salesync.e2e.wire.Wire;
import com.salesync.localstack.part.Part;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every answer is lost for 19 s, behind the gateway or before it, and tills do as they are told:
 * repeat, when {@code Retry-After} says or else after three seconds, without a key.
 */
@EnabledIfSystemProperty(named = "acceptance", matches = "true")
class LostAnswersIT {

  private static final Duration LOST = Duration.ofSeconds(19);
  private static final Duration ANSWERED = Duration.ofSeconds(60);
  private static final Set<Outcome> FINAL = EnumSet.of(Outcome.DONE, Outcome.REFUSED);
  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final long PRICE = 5_000;

  /** What a till was told in turn, until it was told that its write is done. */
  private record Repeats(String what, List<Answered> answers) {}

  /** An answer's outcome and what {@code Retry-After} said; as a person reads it. */
  private record Answered(Outcome outcome, String retryAfter) {
    @Override
    public String toString() {
      return outcome + (retryAfter.isEmpty() ? "" : " (" + retryAfter + " s)");
    }
  }

  private final Stack stack = Stack.asDeployed();

  @Test
  void aTillThatRepeatsKeepsEveryQuantityOnce() throws Exception {
    Shop shop = Tables.inNewShop(stack).shop();
    long beer = shop.item("맥주", PRICE);
    for (int table : new int[] {3, 4, 5}) {
      assertThat(shop.order(table, beer, table).status()).isEqualTo(200);
    }
    List<Repeats> repeats;
    try (Wire orders = Wire.before(stack.parts().serviceUrl(Part.ORDER));
        Wire sales = Wire.before(stack.parts().serviceUrl(Part.SALE));
        Replica gateway =
            new Replica(
                stack,
                Part.GATEWAY,
                Map.of(
                    "ORDER_BASE_URL", orders.url().toString(),
                    "SALE_BASE_URL", sales.url().toString()));
        Wire clients = Wire.before(stack.parts().gatewayUrl())) {
      Shop behind = shop.at(gateway.url());
      Shop before = shop.at(clients.url());
      List<Wire> wires = List.of(orders, sales, clients);
      wires.forEach(wire -> wire.behave(Behaviour.LOSES_ANSWERS));
      CompletableFuture.delayedExecutor(LOST.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> wires.forEach(wire -> wire.behave(Behaviour.PASSES)));

      List<Supplier<Repeats>> tills =
          List.of(
              () -> repeat("place, gateway to order", () -> behind.order(1, beer, 2)),
              () -> repeat("place, till to gateway", () -> before.order(2, beer, 2)),
              () -> repeat("pay, gateway to sale", () -> behind.pay(3, 3 * PRICE)),
              () -> repeat("pay, till to gateway", () -> before.pay(4, 4 * PRICE)),
              () ->
                  repeat(
                      "change, gateway to order",
                      () -> behind.replaceOrder(5, Shop.carts(Shop.line(beer, 7)))));
      repeats = Parallel.calls(tills.size(), till -> tills.get(till).get());

      repeats.forEach(each -> System.out.printf("%-28s%s%n", each.what(), each.answers()));
      System.out.printf(
          "answers lost: orders %d, sales %d, clients %d%n",
          orders.disturbed(), sales.disturbed(), clients.disturbed());
    }
    Map<String, Long> there = there(shop);
    System.out.println("there " + there);
    assertThat(there)
        .isEqualTo(
            Map.of(
                "table 1", 2 * PRICE,
                "table 2", 2 * PRICE,
                "table 3", 0L,
                "table 4", 0L,
                "table 5", 7 * PRICE,
                "sales", 2L,
                "revenue", 7 * PRICE));
    assertThat(repeats)
        .allSatisfy(
            each -> {
              assertThat(each.answers().getLast().outcome())
                  .as(each.what())
                  .isEqualTo(Outcome.DONE);
              assertThat(each.answers())
                  .as(each.what())
                  .extracting(Answered::outcome)
                  .doesNotContain(Outcome.UNAVAILABLE, Outcome.BROKEN);
            });
    Invariants.awaitAndAssertHold(stack);
  }

  private static Map<String, Long> there(Shop shop) {
    Map<String, Long> there = new TreeMap<>();
    for (int table = 1; table <= 5; table++) {
      there.put(
          "table " + table,
          shop.till.get("/orders/unpaids/" + table).body().path("total_price").asLong(0));
    }
    there.put("sales", (long) shop.till.get("/sales/").body().path("sales").size());
    there.put("revenue", shop.revenueToday());
    return there;
  }

  /** Until it succeeds or is refused. */
  private static Repeats repeat(String what, Supplier<Answer> write) {
    List<Answered> answers = new ArrayList<>();
    AtomicLong notBefore = new AtomicLong(System.nanoTime());
    await()
        .atMost(ANSWERED)
        .until(
            () -> {
              if (System.nanoTime() < notBefore.get()) {
                return false;
              }
              Answered answer = send(write);
              answers.add(answer);
              notBefore.set(System.nanoTime() + pause(answer).toNanos());
              return FINAL.contains(answer.outcome());
            });
    return new Repeats(what, answers);
  }

  private static Answered send(Supplier<Answer> write) {
    try {
      Answer answer = write.get();
      return new Answered(Outcome.of(answer), answer.header("Retry-After"));
    } catch (UncheckedIOException lost) {
      return new Answered(Outcome.UNANSWERED, "");
    }
  }

  private static Duration pause(Answered answer) {
    return answer.retryAfter().isEmpty()
        ? PAUSE
        : Duration.ofSeconds(Long.parseLong(answer.retryAfter()));
  }
}

package com.salesync.e2e;

import static com.salesync.e2e.Writes.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.e2e.client.Answer;
import com.salesync.e2e.client.Outcome;
import com.salesync.localstack.part.Part;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A shop whose every table is used by one party, so that each write's effect can be told. */
final class Tables {

  private static final Duration OPENED = Duration.ofSeconds(60);
  private static final Duration SETTLED = Duration.ofSeconds(60);

  private final Shop shop;
  private final long pizza;
  private final AtomicInteger table = new AtomicInteger();

  private Tables(Stack stack) {
    this.shop = Shop.open(stack);
    this.pizza = shop.item("피자", PRICE);
  }

  /**
   * Of a shop that has just opened, in a system that may still have to come to itself.
   *
   * @throws org.awaitility.core.ConditionTimeoutException if no shop can be opened
   */
  static Tables inNewShop(Stack stack) {
    return await()
        .atMost(OPENED)
        .ignoreExceptions()
        .until(() -> new Tables(stack), Objects::nonNull);
  }

  static List<Tables> inNewShops(Stack stack, int count) {
    return Stream.generate(() -> inNewShop(stack)).limit(count).toList();
  }

  Shop shop() {
    return shop;
  }

  /** Nothing of these shops waits for recovery any more. */
  static void awaitSettled(Stack stack, List<Tables> shops) {
    for (Tables each : shops) {
      await()
          .atMost(SETTLED)
          .untilAsserted(() -> Invariants.assertNothingPending(stack, each.shop.storeId));
    }
  }

  /** Guests order and, if that is done, pay; the last write of theirs. */
  Reply visit(Part victim) {
    int at = table.incrementAndGet();
    Reply placed = Reply.to(victim, place(at));
    return placed.outcome() == Outcome.DONE ? Reply.to(victim, payAll(at)) : placed;
  }

  /** One of each kind. */
  List<Write> writes() {
    return List.of(
        place(table.incrementAndGet()),
        change(table.incrementAndGet()),
        cancel(table.incrementAndGet()),
        pay(table.incrementAndGet()),
        voidSale(table.incrementAndGet()));
  }

  private Write place(int at) {
    return new Write("place", () -> shop.order(at, pizza, 1), () -> owed(at) == PRICE);
  }

  private Write change(int at) {
    ordered(at);
    return new Write(
        "change",
        () -> shop.replaceOrder(at, Shop.carts(Shop.line(pizza, at + 1))),
        () -> owed(at) == PRICE * (at + 1));
  }

  private Write cancel(int at) {
    ordered(at);
    return new Write("cancel", () -> shop.till.delete("/orders/" + at), () -> owed(at) == 0);
  }

  /** Of a table that owes one pizza. */
  private Write payAll(int at) {
    return new Write("pay", () -> shop.pay(at, PRICE), () -> owed(at) == 0);
  }

  /** The table's number is the quantity: each sale has a sum of its own. */
  private Write pay(int at) {
    long total = ordered(at);
    return new Write(
        "pay", () -> shop.pay(at, total), () -> lists("/sales/", "sales", "total_price", total));
  }

  private Write voidSale(int at) {
    long sale = Writes.created(shop.pay(at, ordered(at)));
    return new Write(
        "void",
        () -> shop.till.delete("/sales/" + sale),
        () -> !lists("/sales/", "sales", "id", sale));
  }

  private long ordered(int at) {
    assertThat(shop.order(at, pizza, at).status()).isEqualTo(200);
    return PRICE * at;
  }

  private long owed(int at) {
    Answer open = Reads.of(shop, "/orders/unpaids/" + at);
    assertThat(open.status()).as("%s", open.body()).isEqualTo(200);
    return open.body().path("total_price").asLong(0);
  }

  private boolean lists(String path, String list, String field, long value) {
    Answer all = Reads.of(shop, path);
    assertThat(all.status()).as("%s", all.body()).isEqualTo(200);
    return IntStream.range(0, all.body().path(list).size())
        .anyMatch(i -> all.body().path(list).get(i).path(field).asLong() == value);
  }
}

package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.e2e.client.Outcome;
import com.salesync.localstack.part.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Each service in turn is frozen as by a long pause of its machine while clients write without
 * keys: what they were told is true afterwards.
 */
@EnabledIfSystemProperty(named = "acceptance", matches = "true")
class FrozenServiceIT {

  private static final Duration FROZEN = Duration.ofSeconds(8);
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final int OF_EACH_KIND = Integer.getInteger("writes", 4);
  private static final Duration THAWED = Duration.ofSeconds(60);

  private final Stack stack = Stack.asDeployed();

  @Test
  void whatClientsAreToldWhileAServiceIsFrozenIsTrue() throws Exception {
    List<Part> victims = Part.services().toList();
    List<Tables> shops = Tables.inNewShops(stack, victims.size());
    Visits.sustained(shops, 2, WARM_UP);
    List<List<Write>> writes =
        shops.stream().map(shop -> Writes.ofEachKind(stack, shop, OF_EACH_KIND)).toList();

    List<Reply> replies = new ArrayList<>();
    for (int i = 0; i < victims.size(); i++) {
      replies.addAll(frozen(victims.get(i), writes.get(i)));
      awaitSelling(victims.get(i), shops.get(i));
    }

    Tables.awaitSettled(stack, shops);
    Truth.of(replies).print("A service frozen for " + FROZEN.toSeconds() + " s").assertTold();
    Invariants.awaitAndAssertHold(stack);
  }

  /** Sends the writes evenly over the time in which the service stands still. */
  private List<Reply> frozen(Part victim, List<Write> writes) throws Exception {
    List<CompletableFuture<Reply>> calls = new ArrayList<>();
    long pid = stack.parts().pid(victim).orElseThrow();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      signal("STOP", pid);
      try {
        CompletableFuture<?> over =
            CompletableFuture.runAsync(
                () -> {},
                CompletableFuture.delayedExecutor(FROZEN.toMillis(), TimeUnit.MILLISECONDS));
        for (int i = 0; i < writes.size(); i++) {
          Write write = writes.get(i);
          long pause = FROZEN.toMillis() * i / writes.size();
          calls.add(
              CompletableFuture.supplyAsync(
                  () -> Reply.to(victim, write),
                  CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, clients)));
        }
        over.join();
      } finally {
        signal("CONT", pid);
      }
      return calls.stream().map(CompletableFuture::join).toList();
    }
  }

  private static void awaitSelling(Part victim, Tables shop) {
    await().atMost(THAWED).until(() -> shop.visit(victim).outcome() == Outcome.DONE);
  }

  private static void signal(String signal, long pid) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor())
        .isZero();
  }
}

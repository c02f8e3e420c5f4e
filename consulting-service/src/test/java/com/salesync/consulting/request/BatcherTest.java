package com.salesync.consulting.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.salesync.common.outcome.Effects;
import com.salesync.common.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatcherTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String SLOW = "slow";

  /** In which lane a key goes. */
  private record Key(String name, int lane) {}

  private static final Key HERE = new Key("a", 0);
  private static final Key THERE = new Key("a", 1);

  private final List<List<String>> batches = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger mayHaveChanged = new AtomicInteger();
  private final CountDownLatch slowIsServed = new CountDownLatch(1);
  private final CountDownLatch slowMayEnd = new CountDownLatch(1);
  private final Batcher<Key, String, String> batcher = batcher(LONG);

  private Batcher<Key, String, String> batcher(Duration maxWait) {
    return new Batcher<>(2, Key::lane, maxWait, this::serve);
  }

  private List<Supplier<String>> serve(Key key, List<String> items) {
    batches.add(items);
    if (items.contains(SLOW)) {
      slowIsServed.countDown();
      Latches.await(slowMayEnd);
    }
    if (items.contains("half done")) {
      Effects.happened();
      throw new IllegalStateException("half done");
    }
    if (items.contains("bad batch")) {
      throw new IllegalStateException("bad batch");
    }
    return items.stream().<Supplier<String>>map(item -> () -> own(item)).toList();
  }

  private static String own(String item) {
    if (item.equals("bad")) {
      throw new IllegalStateException(item);
    }
    return item + "!";
  }

  @AfterEach
  void endTheSlowOne() {
    slowMayEnd.countDown();
  }

  @Test
  void servesWhoComesAloneAtOnce() {
    assertThat(batcher.serve(HERE, "one")).isEqualTo("one!");
    assertThat(batcher.serve(HERE, "another")).isEqualTo("another!");
    assertThat(batches).containsExactly(List.of("one"), List.of("another"));
  }

  @Test
  void servesTogetherThoseThatGatherWhileOthersAreServed() throws Exception {
    Caller slow = slow(batcher);
    List<Caller> crowd =
        IntStream.range(0, 20).mapToObj(n -> caller(batcher, HERE, "item " + n)).toList();

    slowMayEnd.countDown();

    assertThat(slow.result()).isEqualTo("slow!");
    for (int n = 0; n < 20; n++) {
      assertThat(crowd.get(n).result()).isEqualTo("item " + n + "!");
    }
    assertThat(batches).hasSize(2);
    assertThat(batches.getLast()).hasSize(20);
  }

  @Test
  void servesAnotherLaneMeanwhile() {
    slow(batcher);

    assertThat(batcher.serve(THERE, "one")).isEqualTo("one!");
  }

  @Test
  void neverServesDifferentKeysTogether() throws Exception {
    slow(batcher);
    Caller one = caller(batcher, HERE, "one");
    Caller other = caller(batcher, new Key("b", 0), "other");

    slowMayEnd.countDown();

    assertThat(one.result()).isEqualTo("one!");
    assertThat(other.result()).isEqualTo("other!");
    assertThat(batches).contains(List.of("one"), List.of("other"));
  }

  @Test
  void failsOnlyThoseWhoseOwnOutcomeIsAFailure() throws Exception {
    slow(batcher);
    Caller good = caller(batcher, HERE, "good");
    Caller bad = caller(batcher, HERE, "bad");

    slowMayEnd.countDown();

    assertThat(good.result()).isEqualTo("good!");
    assertThatThrownBy(bad::result).isInstanceOf(IllegalStateException.class).hasMessage("bad");
  }

  @Test
  void failsAllOfABatchThatFailsAndNoneAfterIt() throws Exception {
    slow(batcher);
    Caller first = caller(batcher, HERE, "bad batch");
    Caller second = caller(batcher, HERE, "good");

    slowMayEnd.countDown();

    assertThatThrownBy(first::result).hasMessage("bad batch");
    assertThatThrownBy(second::result).hasMessage("bad batch");
    assertThat(batcher.serve(HERE, "next")).isEqualTo("next!");
  }

  @Test
  void leavesNobodyOfABatchToKnowMoreThanWhoServedIt() throws Exception {
    slow(batcher);
    Caller first = caller(batcher, HERE, "half done");
    Caller second = caller(batcher, HERE, "good");

    slowMayEnd.countDown();

    assertThatThrownBy(first::result).hasMessage("half done");
    assertThatThrownBy(second::result).hasMessage("half done");
    assertThat(mayHaveChanged).hasValue(2);
  }

  @Test
  void refusesThoseWhoseTurnDoesNotCome() throws Exception {
    Batcher<Key, String, String> impatient = batcher(Duration.ofMillis(20));
    Caller slow = slow(impatient);

    assertThatThrownBy(() -> impatient.serve(HERE, "one"))
        .isInstanceOfSatisfying(
            Problem.class, refusal -> assertThat(refusal.status().value()).isEqualTo(503));

    slowMayEnd.countDown();
    assertThat(slow.result()).isEqualTo("slow!");
    assertThat(impatient.serve(HERE, "next")).isEqualTo("next!");
    assertThat(batches).containsExactly(List.of(SLOW), List.of("next"));
  }

  private Caller slow(Batcher<Key, String, String> batcher) {
    Caller slow = caller(batcher, HERE, SLOW);
    Latches.await(slowIsServed);
    return slow;
  }

  /** Calls in a thread of its own; returns once that waits for something. */
  private Caller caller(Batcher<Key, String, String> batcher, Key key, String item) {
    FutureTask<String> call = new FutureTask<>(() -> request(batcher, key, item));
    Thread thread = Thread.ofPlatform().start(call);
    await()
        .pollInterval(Duration.ofMillis(1))
        .until(
            () ->
                thread.getState() == Thread.State.WAITING
                    || thread.getState() == Thread.State.TIMED_WAITING);
    return new Caller(call);
  }

  private String request(Batcher<Key, String, String> batcher, Key key, String item) {
    AtomicReference<String> answer = new AtomicReference<>();
    Effects.<RuntimeException, RuntimeException>ofRequest(
        false,
        () -> {
          try {
            answer.set(batcher.serve(key, item));
          } finally {
            if (Effects.arePossible()) {
              mayHaveChanged.incrementAndGet();
            }
          }
        });
    return answer.get();
  }

  private record Caller(FutureTask<String> call) {

    String result() throws Exception {
      try {
        return call.get();
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof Exception cause ? cause : failed;
      }
    }
  }
}

package com.salesync.consulting.request;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.outcome.Effects;
import com.salesync.common.problem.Problem;
import com.salesync.common.resilience.Bulkhead;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Serves callers with the same key together, as a database commits in groups: while one batch is
 * served, the next gathers behind it and is then served in one go. Who comes alone is served at
 * once. Keys share so many lanes, in each of which one batch is served at a time. What is not known
 * of a batch is not known to any of its callers.
 *
 * @param <K> what callers must have in common to be served together
 * @param <T> what each of them brings
 * @param <R> what each of them gets
 */
final class Batcher<K, T extends @Nullable Object, R> {

  private record Caller<T extends @Nullable Object, R>(
      T item, CompletableFuture<Supplier<R>> outcome) {}

  private final ConcurrentMap<K, Queue<Caller<T, R>>> gathering = new ConcurrentHashMap<>();
  private final List<Bulkhead> lanes;
  private final Function<K, ?> laneOf;
  private final Duration maxWait;
  private final BiFunction<K, List<T>, List<Supplier<R>>> service;

  /**
   * @param service serves a batch; each caller, in their order, gets what its supplier returns or
   *     throws
   */
  Batcher(
      int lanes,
      Function<K, ?> laneOf,
      Duration maxWait,
      BiFunction<K, List<T>, List<Supplier<R>>> service) {
    this.lanes = Stream.generate(() -> new Bulkhead(1)).limit(lanes).toList();
    this.laneOf = laneOf;
    this.maxWait = maxWait;
    this.service = service;
  }

  /**
   * Waits until the item has been served.
   *
   * @throws Problem 503 if that takes longer than the longest wait
   */
  R serve(K key, T item) {
    Caller<T, R> caller = new Caller<>(item, new CompletableFuture<>());
    Queue<Caller<T, R>> batch =
        Objects.requireNonNull(gathering.compute(key, (same, others) -> joined(others, caller)));
    if (caller.equals(batch.peek())) {
      serveAll(key, batch);
    }
    return caller.outcome().join().get();
  }

  private static <C> Queue<C> joined(@Nullable Queue<C> others, C caller) {
    Queue<C> batch = others == null ? new ConcurrentLinkedQueue<>() : others;
    batch.add(caller);
    return batch;
  }

  private void serveAll(K key, Queue<Caller<T, R>> batch) {
    try {
      List<Supplier<R>> outcomes =
          lane(key).call(Deadline.cut(maxWait), Batcher::crowded, () -> served(key, batch));
      int index = 0;
      for (Caller<T, R> caller : batch) {
        caller.outcome().complete(outcomes.get(index++));
      }
    } catch (RuntimeException | Error failure) {
      close(key, batch);
      boolean unknown = Effects.arePossible() || Effects.wereBeingCommitted();
      batch.forEach(
          caller ->
              caller
                  .outcome()
                  .complete(
                      () -> {
                        if (unknown) {
                          Effects.happened();
                        }
                        throw failure;
                      }));
    }
  }

  private static Problem crowded() {
    return Problem.unavailable("CONSULTING_CROWDED", 5);
  }

  private List<Supplier<R>> served(K key, Queue<Caller<T, R>> batch) {
    close(key, batch);
    return service.apply(key, batch.stream().map(Caller::item).toList());
  }

  /** From now on, nobody joins it. */
  private void close(K key, Queue<Caller<T, R>> batch) {
    gathering.remove(key, batch);
  }

  private Bulkhead lane(K key) {
    return lanes.get(Math.floorMod(laneOf.apply(key).hashCode(), lanes.size()));
  }
}

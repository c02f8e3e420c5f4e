package com.salesync.common.resilience;

import com.salesync.common.problem.Problem;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets those with the same key work one after the other, in order, within this replica. They wait
 * without a connection in hand, and nothing is kept of a key nobody works for.
 *
 * @param <K> a value
 */
public final class OneAtATime<K> {

  private final ConcurrentHashMap<K, Queue> queues = new ConcurrentHashMap<>();

  private static final class Queue {
    private final Semaphore free = new Semaphore(1, true);
    private int callers;
  }

  /**
   * Works when those before have ended.
   *
   * @param late thrown if that takes longer than {@code maxWait}
   */
  public <T> T call(K key, Duration maxWait, Supplier<Problem> late, Supplier<T> work) {
    Queue queue = enter(key);
    try {
      if (!queue.free.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw late.get();
      }
      try {
        return work.get();
      } finally {
        queue.free.release();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw late.get();
    } finally {
      leave(key);
    }
  }

  private Queue enter(K key) {
    return queues.compute(
        key,
        (same, present) -> {
          Queue queue = present == null ? new Queue() : present;
          queue.callers++;
          return queue;
        });
  }

  private void leave(K key) {
    queues.computeIfPresent(key, (same, queue) -> --queue.callers == 0 ? null : queue);
  }

  /** How many keys somebody works or waits for. */
  public int size() {
    return queues.size();
  }
}

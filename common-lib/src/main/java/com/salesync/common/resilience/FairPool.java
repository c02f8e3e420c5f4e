package com.salesync.common.resilience;

import com.salesync.common.problem.Problem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what takes a core for long on a few threads of the platform, where it holds up no virtual
 * thread. Who waits is served in turn by key: one that asks a hundred times delays another's single
 * call by one. Nothing is begun for a caller who will not wait until it is done, and who would have
 * to wait too long is told at once how long.
 *
 * @param <K> whom to be fair to: an address
 */
public final class FairPool<K> implements AutoCloseable {

  /** How fast the expectation follows what is measured: by an eighth of the difference. */
  private static final int INERTIA = 8;

  private final Map<K, Deque<Ticket<?>>> waiting = new LinkedHashMap<>();
  private final int threads;
  private final ExecutorService executor;
  private long expectedNanos;
  private int running;

  /**
   * A pool with threads of its own.
   *
   * @param name what its threads are called
   * @param threads at least 1; fewer than cores, where others have work too
   * @param expected how long one call takes, until that has been measured
   */
  public FairPool(String name, int threads, Duration expected) {
    this.threads = threads;
    this.expectedNanos = expected.toNanos();
    this.executor =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name(name + "-", 1).factory());
  }

  /**
   * Does the work when it is the key's turn.
   *
   * @param patience how long the caller waits until it is done
   * @param busy what is thrown, with the time to wait, if that is too short
   */
  public <T> T call(K key, Duration patience, Function<Duration, Problem> busy, Supplier<T> work) {
    Ticket<T> ticket = new Ticket<>(work, System.nanoTime() + patience.toNanos());
    synchronized (waiting) {
      long wait = expectedWaitNanos(key);
      if (wait + expectedNanos > patience.toNanos()) {
        throw busy.apply(Duration.ofNanos(wait));
      }
      waiting.computeIfAbsent(key, first -> new ArrayDeque<>()).add(ticket);
    }
    executor.execute(this::serveNext);
    T result = await(ticket, patience);
    if (result == null) {
      leave(key, ticket);
      throw busy.apply(expectedWait(key));
    }
    return result;
  }

  private void leave(K key, Ticket<?> ticket) {
    synchronized (waiting) {
      waiting.computeIfPresent(
          key, (same, own) -> own.remove(ticket) && own.isEmpty() ? null : own);
    }
  }

  /** How long a call by this key would wait now for its turn. */
  public Duration expectedWait(K key) {
    synchronized (waiting) {
      return Duration.ofNanos(expectedWaitNanos(key));
    }
  }

  /** How many wait for their turn. */
  public int waiting() {
    synchronized (waiting) {
      return waiting.values().stream().mapToInt(Deque::size).sum();
    }
  }

  /** Ahead of a key's next call are its own, and of each other key no more than those. */
  private long expectedWaitNanos(K key) {
    Deque<Ticket<?>> own = waiting.get(key);
    long turns = own == null ? 0 : own.size();
    long ahead = turns;
    for (Map.Entry<K, Deque<Ticket<?>>> other : waiting.entrySet()) {
      if (!other.getKey().equals(key)) {
        ahead += Math.min(other.getValue().size(), turns + 1);
      }
    }
    return (ahead + running) / threads * expectedNanos;
  }

  /** Null if the caller's patience ended before the work was begun. */
  private static <T> @Nullable T await(Ticket<T> ticket, Duration patience) {
    try {
      return result(ticket, patience);
    } catch (CancellationException tooLate) {
      return null;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      ticket.take();
      return null;
    }
  }

  private static <T> @Nullable T result(Ticket<T> ticket, Duration patience)
      throws InterruptedException {
    try {
      return ticket.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException outOfPatience) {
      return ticket.take() ? null : finished(ticket);
    } catch (ExecutionException failed) {
      throw failure(failed);
    }
  }

  private static <T> T finished(Ticket<T> begun) throws InterruptedException {
    try {
      return begun.get();
    } catch (ExecutionException failed) {
      throw failure(failed);
    }
  }

  private static RuntimeException failure(ExecutionException failed) {
    if (failed.getCause() instanceof RuntimeException thrown) {
      return thrown;
    }
    return new IllegalStateException(failed.getCause());
  }

  private void serveNext() {
    Ticket<?> next;
    long expected;
    synchronized (waiting) {
      next = poll();
      if (next == null) {
        return;
      }
      running++;
      expected = expectedNanos;
    }
    long start = System.nanoTime();
    boolean served = false;
    try {
      served = next.serve(start + expected);
    } finally {
      synchronized (waiting) {
        running--;
        if (served) {
          expectedNanos += (System.nanoTime() - start - expectedNanos) / INERTIA;
        }
      }
    }
  }

  /** The first of the key whose turn it is, which then goes to the end of the line. */
  private @Nullable Ticket<?> poll() {
    Iterator<Map.Entry<K, Deque<Ticket<?>>>> turns = waiting.entrySet().iterator();
    if (!turns.hasNext()) {
      return null;
    }
    Map.Entry<K, Deque<Ticket<?>>> turn = turns.next();
    K key = turn.getKey();
    Deque<Ticket<?>> own = turn.getValue();
    turns.remove();
    Ticket<?> next = own.poll();
    if (!own.isEmpty()) {
      waiting.put(key, own);
    }
    return next;
  }

  /** Lets what is being done end; what waits is not begun. */
  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** A call that waits for its turn. */
  private static final class Ticket<T> extends FutureTask<T> {

    private final long latestEnd;
    private boolean taken;

    Ticket(Supplier<T> work, long latestEnd) {
      super(work::get);
      this.latestEnd = latestEnd;
    }

    /** Whether nobody had begun or given it up; from now on nobody else will. */
    synchronized boolean take() {
      boolean first = !taken;
      taken = true;
      return first;
    }

    /** Runs it if it will be done in time, and tells whether it ran. */
    boolean serve(long expectedEnd) {
      if (!take()) {
        return false;
      }
      if (expectedEnd - latestEnd > 0) {
        cancel(false);
        return false;
      }
      run();
      return true;
    }
  }
}

package com.salesync.common.resilience;

import com.salesync.common.problem.Problem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a few at a time do what takes a core for long, in turn by key: one that asks a hundred times
 * delays another's single call by one. Who would have to wait too long is told at once how long;
 * who is let in is served, unless calls take so much longer than expected, or so many other keys
 * come in between, that it will not wait until it is done: then nothing is begun for it. Waiting
 * costs a virtual thread each and nothing else, so what the work needs is best taken in its turn.
 *
 * @param <K> whom to be fair to: an address
 */
public final class FairBulkhead<K> {

  /** How fast the expectation follows what is measured: by a quarter of the difference. */
  private static final int INERTIA = 4;

  private final Object lock = new Object();
  private final Map<K, Deque<Ticket>> waiting = new LinkedHashMap<>();
  private final int atOnce;
  private long expectedNanos;
  private int running;

  /**
   * Turns of something.
   *
   * @param atOnce how many at a time, at least 1
   * @param expected how long one takes, until that has been measured
   */
  public FairBulkhead(int atOnce, Duration expected) {
    this.atOnce = atOnce;
    this.expectedNanos = expected.toNanos();
  }

  /**
   * Does the work when it is the key's turn.
   *
   * @param plan within which it must be expected to be done, or it is not let in; well below the
   *     patience, since expectations err
   * @param patience how long the caller waits until it is done
   * @param busy what is thrown, with the time to wait, if either is too short
   */
  public <T> T call(
      K key, Duration plan, Duration patience, Function<Duration, Problem> busy, Supplier<T> work) {
    Ticket ticket = new Ticket(System.nanoTime(), plan.toNanos(), patience.toNanos());
    synchronized (lock) {
      waiting.computeIfAbsent(key, first -> new ArrayDeque<>()).add(ticket);
      tellWhoWaitsInVain();
      admit();
    }
    Duration wait = awaitTurn(key, ticket);
    if (wait != null) {
      throw busy.apply(wait);
    }
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      end(System.nanoTime() - start);
    }
  }

  /** How many wait for their turn. */
  public int waiting() {
    synchronized (lock) {
      return waiting.values().stream().mapToInt(Deque::size).sum();
    }
  }

  /** How long one is expected to take. */
  public Duration expected() {
    synchronized (lock) {
      return Duration.ofNanos(expectedNanos);
    }
  }

  private void end(long took) {
    synchronized (lock) {
      running--;
      expectedNanos += (took - expectedNanos) / INERTIA;
      tellWhoWaitsInVain();
      admit();
    }
  }

  private void admit() {
    Ticket next = running < atOnce ? poll() : null;
    while (next != null) {
      running++;
      next.told.complete(null);
      next = running < atOnce ? poll() : null;
    }
  }

  /** The first of the key whose turn it is, which then goes to the end of the line. */
  private @Nullable Ticket poll() {
    Iterator<Map.Entry<K, Deque<Ticket>>> turns = waiting.entrySet().iterator();
    if (!turns.hasNext()) {
      return null;
    }
    Map.Entry<K, Deque<Ticket>> turn = turns.next();
    K key = turn.getKey();
    Deque<Ticket> own = turn.getValue();
    turns.remove();
    Ticket next = own.poll();
    if (!own.isEmpty()) {
      waiting.put(key, own);
    }
    return next;
  }

  /** Goes through all turns to come as they will be taken, and tells whom they come too late. */
  private void tellWhoWaitsInVain() {
    long now = System.nanoTime();
    List<Iterator<Ticket>> keys = new ArrayList<>();
    waiting.values().forEach(own -> keys.add(own.iterator()));
    long before = running;
    while (!keys.isEmpty()) {
      for (Iterator<Iterator<Ticket>> round = keys.iterator(); round.hasNext(); ) {
        Iterator<Ticket> own = round.next();
        if (!own.hasNext()) {
          round.remove();
          continue;
        }
        Ticket ticket = own.next();
        long wait = before / atOnce * expectedNanos;
        if (ticket.willWaitFor(now + wait + expectedNanos)) {
          before++;
        } else {
          own.remove();
          ticket.told.complete(Duration.ofNanos(wait));
        }
      }
    }
    waiting.values().removeIf(Deque::isEmpty);
  }

  /** Null when it is the ticket's turn; else how long that would take from now. */
  private @Nullable Duration awaitTurn(K key, Ticket ticket) {
    try {
      return ticket.told.get(ticket.patience, TimeUnit.NANOSECONDS);
    } catch (TimeoutException outOfPatience) {
      return leave(key, ticket) ? expected() : ticket.told.join();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return leave(key, ticket) ? expected() : ticket.told.join();
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    }
  }

  /** Whether it still waited. */
  private boolean leave(K key, Ticket ticket) {
    synchronized (lock) {
      Deque<Ticket> own = waiting.get(key);
      boolean waited = own != null && own.remove(ticket);
      waiting.values().removeIf(Deque::isEmpty);
      return waited;
    }
  }

  /** A call that waits for its turn. */
  private static final class Ticket {

    private final long since;
    private final long plan;
    private final long patience;
    private final CompletableFuture<@Nullable Duration> told = new CompletableFuture<>();
    private boolean letIn;

    Ticket(long since, long plan, long patience) {
      this.since = since;
      this.plan = plan;
      this.patience = patience;
    }

    /** At first within what it may plan with, once let in within all its patience. */
    boolean willWaitFor(long end) {
      long longest = letIn ? patience : Math.min(plan, patience);
      letIn = true;
      return end - since <= longest;
    }
  }
}

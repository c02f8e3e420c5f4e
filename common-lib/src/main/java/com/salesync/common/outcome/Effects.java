package com.salesync.common.outcome;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the request under way may have changed so far, here or at a neighbour. A write answered with
 * 503 has changed nothing; once it may have, the same failure is 504 {@code OUTCOME_UNKNOWN}.
 *
 * <p>Transactions and the clients of neighbours report by themselves. Outside a request nothing is
 * kept.
 */
public final class Effects {

  private enum State {
    NONE,
    COMMITTING,
    POSSIBLE
  }

  private static final ThreadLocal<@Nullable Effects> CURRENT = new ThreadLocal<>();

  /** Between the services: what is asked is a step of something that has begun. */
  public static final String UNDER_WAY_HEADER = "Salesync-Under-Way";

  private final AtomicReference<State> state = new AtomicReference<>(State.NONE);
  private final boolean step;

  private Effects(boolean step) {
    this.step = step;
  }

  /**
   * Runs a request that has changed nothing yet.
   *
   * @param step whether it is a step of something that has begun at whoever asks
   */
  public static <E1 extends Exception, E2 extends Exception> void ofRequest(
      boolean step, Request<E1, E2> request) throws E1, E2 {
    CURRENT.set(new Effects(step));
    try {
      request.run();
    } finally {
      CURRENT.remove();
    }
  }

  /** The handling of a request. */
  @FunctionalInterface
  public interface Request<E1 extends Exception, E2 extends Exception> {
    void run() throws E1, E2;
  }

  /** Something was changed, or an attempt to has ended without an answer. */
  public static void happened() {
    set(State.POSSIBLE);
  }

  /** COMMIT is about to be sent: should the connection break from here on, nobody knows. */
  public static void committing() {
    Effects current = CURRENT.get();
    if (current != null) {
      current.state.compareAndSet(State.NONE, State.COMMITTING);
    }
  }

  /** All that was changed has been undone by whoever calls this. */
  public static void undone() {
    set(State.NONE);
  }

  /** Whether this request may have changed something. */
  public static boolean arePossible() {
    return is(State.POSSIBLE);
  }

  /** Whether a lost connection to the database may have taken the answer to a COMMIT with it. */
  public static boolean wereBeingCommitted() {
    return is(State.COMMITTING);
  }

  /** Whether a request is handled that, being refused now, would leave nothing half done. */
  public static boolean mayBeRefused() {
    Effects current = CURRENT.get();
    return current != null && !current.step && current.state.get() != State.POSSIBLE;
  }

  /** Whether what is asked of a neighbour now is a step of something that has begun. */
  public static boolean areUnderWay() {
    Effects current = CURRENT.get();
    return current != null && (current.step || current.state.get() == State.POSSIBLE);
  }

  private static void set(State now) {
    Effects current = CURRENT.get();
    if (current != null) {
      current.state.set(now);
    }
  }

  private static boolean is(State expected) {
    Effects current = CURRENT.get();
    return current != null && current.state.get() == expected;
  }

  static @Nullable Effects current() {
    return CURRENT.get();
  }

  static void continueHere(@Nullable Effects effects) {
    CURRENT.set(effects);
  }
}

package com.salesync.consulting.advice;

/** Why an adviser gave no advice. */
public final class NoAdvice extends RuntimeException {

  /** The reasons an owner may be told; each has a text {@code failure.<name>}. */
  public enum Reason {
    MODEL_UNREACHABLE,
    MODEL_SLOW,
    MODEL_BUSY,
    MODEL_FAILED,
    MODEL_MISCONFIGURED,
    MODEL_UNREADABLE,
    MODEL_EMPTY,
    MODEL_REFUSED,
    MODEL_TOO_LONG
  }

  private final Reason reason;
  private final boolean passing;

  private NoAdvice(Reason reason, boolean passing, String detail, Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
    this.passing = passing;
  }

  /** Asking again may help. */
  public static NoAdvice forNow(Reason reason, String detail, Throwable cause) {
    return new NoAdvice(reason, true, detail, cause);
  }

  /** Asking again may help. */
  public static NoAdvice forNow(Reason reason, String detail) {
    return new NoAdvice(reason, true, detail, new IllegalStateException(detail));
  }

  /** Asking again will not help. */
  public static NoAdvice forGood(Reason reason, String detail) {
    return new NoAdvice(reason, false, detail, new IllegalStateException(detail));
  }

  public Reason reason() {
    return reason;
  }

  public boolean isPassing() {
    return passing;
  }
}

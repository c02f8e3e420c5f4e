package com.salesync.benchmarks;

/** A call that was refused, failed, or got no answer at all. */
final class UnexpectedAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnexpectedAnswer(String message) {
    super(message);
  }

  UnexpectedAnswer(String message, Throwable cause) {
    super(message, cause);
  }
}

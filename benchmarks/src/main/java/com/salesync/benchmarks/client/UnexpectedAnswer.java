package com.salesync.benchmarks.client;

/** A call that was refused, failed, or got no answer at all; the message is one line. */
public final class UnexpectedAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnexpectedAnswer(String message) {
    super(message);
  }

  public UnexpectedAnswer(String message, Throwable cause) {
    super(message, cause);
  }
}

package com.salesync.localstack.process;

/** Something a person can mend; the message is one line that says what and how. */
public final class StackFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StackFailure(String message) {
    super(message);
  }

  public StackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}

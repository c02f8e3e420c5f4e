package com.salesync.benchmarks;

/** A command line that was not understood. */
final class UsageFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageFailure(String message) {
    super(message);
  }
}

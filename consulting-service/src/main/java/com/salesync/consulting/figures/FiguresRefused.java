package com.salesync.consulting.figures;

/** What an advice needs was refused, and would be again. */
public final class FiguresRefused extends RuntimeException {

  public FiguresRefused(Throwable refusal) {
    super(refusal);
  }
}

package com.salesync.e2e.torture.fault;

/** This machine cannot have that fault, and why: it is left out, aloud. */
public final class Impossible extends RuntimeException {

  private static final long serialVersionUID = 1;

  Impossible(String why) {
    super(why);
  }
}

package com.salesync.sale;

/** The process dies here. Nothing may catch it and go on. */
final class Crash extends Error {

  private static final long serialVersionUID = 1L;

  Crash(String where) {
    super("kill -9 " + where);
  }
}

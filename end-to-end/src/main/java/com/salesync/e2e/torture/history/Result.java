package com.salesync.e2e.torture.history;

/** What is known of a call in the end. */
public enum Result {
  /** It is done. */
  OK,
  /** It is not done, and never will be. */
  REFUSED,
  /** It may be done, or be done yet. */
  UNKNOWN
}

package com.salesync.e2e.wire;

/** What a wire does to what is sent over it. */
public enum Behaviour {
  PASSES,
  /** Each chunk comes three quarters of a second later. */
  DELAYS,
  /** Requests arrive; the line is cut at each answer. */
  LOSES_ANSWERS,
  /** Requests arrive; answers do not, and the line stays. */
  SWALLOWS_ANSWERS,
  /** Nothing arrives, and the line stays. */
  SWALLOWS_REQUESTS,
  /** The line is cut within the head of each answer. */
  CUTS_ANSWERS,
  /** One more answer, then it refuses. */
  ANSWERS_ONCE,
  /** Lines are cut and none is made. */
  REFUSES
}

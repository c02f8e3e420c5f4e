package com.salesync.e2e.torture.evidence;

/**
 * Something that cannot be.
 *
 * @param rule which promise is broken
 * @param what for a person, with the calls concerned
 */
public record Finding(String rule, String what) {

  @Override
  public String toString() {
    return rule + ": " + what;
  }
}

package com.salesync.common.security;

/**
 * Whether this service is warming up: only while it is, the tokens by which it asks itself are good
 * for anything, and no other service ever takes them.
 */
public final class WarmingUp {

  private final String service;
  private volatile boolean underWay;
  private volatile boolean tokensAdmitted;

  WarmingUp(String service) {
    this.service = service;
  }

  public boolean isUnderWay() {
    return underWay;
  }

  /**
   * Begins.
   *
   * @param admitTokens whether this service takes its own warm-up's tokens, or answers them with
   *     401
   */
  public void begin(boolean admitTokens) {
    tokensAdmitted = admitTokens;
    underWay = true;
  }

  /** For good: a service warms up once. */
  public void end() {
    underWay = false;
  }

  /** Whether a token that this caller issued for its warm-up is good here and now. */
  boolean admits(String caller) {
    return underWay && tokensAdmitted && caller.equals(service);
  }
}

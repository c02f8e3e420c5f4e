package com.salesync.store.account.web;

/**
 * An answer that is no more than how it went.
 *
 * @param result {@code success} or {@code failed}
 */
public record Outcome(String result, String message) {

  public static Outcome success(String message) {
    return new Outcome("success", message);
  }

  public static Outcome failed(String message) {
    return new Outcome("failed", message);
  }
}

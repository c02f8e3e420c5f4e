package com.salesync.e2e.torture.history;

import com.salesync.e2e.client.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A call sent once.
 *
 * @param began nanoseconds since the run began
 * @param ended the same
 * @param status 0 without an answer
 * @param answer the body as text, empty without one
 * @param etag empty without one
 */
public record Attempt(
    long began, long ended, Outcome outcome, int status, String answer, String etag) {

  /** Its body; a missing node if that is no JSON. */
  public JsonNode body() {
    @Nullable JsonNode read = answer.isEmpty() ? null : Json.read(answer);
    return read == null ? MissingNode.getInstance() : read;
  }

  /**
   * Whether it certainly did nothing and says nothing of attempts before it: 503 and 429 promise
   * that, and 401 is no answer to what was asked.
   */
  public boolean didNothing() {
    return outcome == Outcome.UNAVAILABLE || status == 429 || status == 401;
  }

  /** Whether it may have done what was asked without saying so. */
  public boolean leavesOpen() {
    return outcome == Outcome.UNKNOWN || outcome == Outcome.UNANSWERED || outcome == Outcome.BROKEN;
  }
}

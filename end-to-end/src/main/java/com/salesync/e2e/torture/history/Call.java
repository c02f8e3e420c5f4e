package com.salesync.e2e.torture.history;

import com.salesync.e2e.client.Outcome;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One wish of a client, however often it was sent: it has one effect or none.
 *
 * @param attempts in the order in which they began; some may have run at once
 */
public record Call(long number, Asked asked, List<Attempt> attempts) {

  /** The end of time. */
  public static final long NEVER = Long.MAX_VALUE;

  public Call {
    attempts = List.copyOf(attempts);
  }

  public Result result() {
    if (success().isPresent()) {
      return Result.OK;
    }
    // A definite refusal of a repeat says that no earlier attempt was accepted.
    return refusal().isPresent() || attempts.stream().allMatch(Attempt::didNothing)
        ? Result.REFUSED
        : Result.UNKNOWN;
  }

  /** When the first attempt began that may have done something. */
  public long began() {
    return attempts.stream()
        .filter(attempt -> !attempt.didNothing())
        .mapToLong(Attempt::began)
        .min()
        .orElseGet(() -> attempts.getFirst().began());
  }

  /** When its client first knew how it ended, {@link #NEVER} if it does not. */
  public long ended() {
    return switch (result()) {
      case OK -> success().orElseThrow().ended();
      case REFUSED -> refusal().map(Attempt::ended).orElseGet(() -> attempts.getLast().ended());
      case UNKNOWN -> NEVER;
    };
  }

  /** The answer that ended it; a missing node without one. */
  public JsonNode answer() {
    return success().or(this::refusal).map(Attempt::body).orElseGet(MissingNode::getInstance);
  }

  /** The first that succeeded. */
  public Optional<Attempt> success() {
    return earliest(Outcome.DONE);
  }

  /** The first that was refused for what it asked, not for a limit or for who asked. */
  public Optional<Attempt> refusal() {
    return earliest(Outcome.REFUSED);
  }

  private Optional<Attempt> earliest(Outcome outcome) {
    return attempts.stream()
        .filter(attempt -> attempt.outcome() == outcome && !attempt.didNothing())
        .min((one, other) -> Long.compare(one.ended(), other.ended()));
  }
}

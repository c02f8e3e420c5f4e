package com.salesync.e2e;

import com.salesync.e2e.client.Answer;
import com.salesync.e2e.client.Outcome;
import com.salesync.localstack.part.Part;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/**
 * A write that was sent and what its client was told.
 *
 * @param victim the service that was frozen or killed meanwhile
 * @param code of an answer that is no success
 * @param detail when and to which request, for a person
 */
record Reply(Part victim, Write write, Outcome outcome, String code, String detail) {

  /** Sends a write and keeps what it is told. */
  static Reply to(Part victim, Write write) {
    long began = System.nanoTime();
    try {
      Answer answer = write.call().get();
      return new Reply(victim, write, Outcome.of(answer), code(answer), detail(answer, began));
    } catch (UncheckedIOException lost) {
      return new Reply(victim, write, Outcome.UNANSWERED, "", lost.toString());
    }
  }

  private static String code(Answer answer) {
    return answer.body().path("code").asString("");
  }

  private static String detail(Answer answer, long began) {
    return "after %d ms, request %s"
        .formatted(
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
            answer.header("X-Request-Id"));
  }

  /** For a person, without what tells it from others of its kind. */
  @Override
  public String toString() {
    return "%s, %s: %s %s".formatted(victim.label(), write.kind(), outcome, code);
  }
}

package com.salesync.e2e.torture.check;

import com.salesync.e2e.torture.evidence.Evidence;
import com.salesync.e2e.torture.evidence.Finding;
import com.salesync.e2e.torture.history.Attempt;
import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.Result;
import com.salesync.e2e.torture.plan.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A session counts until it is ended, then nowhere. */
final class SessionsRule implements Rule {

  private static final String NAME = "sessions";

  /** Within this time all services know that a session has ended. */
  private static final Duration KNOWN_WITHIN = Duration.ofSeconds(5);

  @Override
  public List<Finding> findings(Evidence evidence) {
    Map<String, Long> mayHaveEnded = new HashMap<>();
    Map<String, Long> ended = new HashMap<>();
    for (Call call : evidence.calls()) {
      if (call.result() != Result.REFUSED) {
        switch (call.asked().kind()) {
          case LOG_OUT -> {
            mayHaveEnded.merge(call.asked().session(), call.began(), Math::min);
            ended.merge(call.asked().session(), call.ended(), Math::min);
          }
          case CHANGE_PASSWORD -> endOthers(evidence, call, mayHaveEnded, ended);
          default -> {}
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (Call call : evidence.calls()) {
      String session = call.asked().session();
      for (Attempt attempt : call.attempts()) {
        boolean lives = mayHaveEnded.getOrDefault(session, Call.NEVER) > attempt.ended();
        if (attempt.status() == 401 && lives && !session.isEmpty()) {
          findings.add(new Finding(NAME, "401 in a live session: " + Evidence.describe(call)));
        }
        long dead = ended.getOrDefault(session, Call.NEVER);
        boolean isDead =
            dead != Call.NEVER
                && dead + KNOWN_WITHIN.toNanos() < attempt.began()
                && !evidence.isDisturbed(dead, attempt.ended());
        if (isDead && attempt.status() / 100 == 2) {
          findings.add(new Finding(NAME, "served though ended: " + Evidence.describe(call)));
        }
      }
    }
    return findings;
  }

  /** A new password ends every session of its shop but the one that sets it. */
  private static void endOthers(
      Evidence evidence, Call change, Map<String, Long> mayHaveEnded, Map<String, Long> ended) {
    evidence
        .calls(change.asked().shop(), Kind.LOG_IN)
        .filter(logIn -> logIn.result() == Result.OK)
        .filter(logIn -> !logIn.asked().session().equals(change.asked().session()))
        .forEach(
            logIn -> {
              if (logIn.began() < change.ended()) {
                mayHaveEnded.merge(logIn.asked().session(), change.began(), Math::min);
              }
              if (logIn.ended() <= change.began()) {
                ended.merge(logIn.asked().session(), change.ended(), Math::min);
              }
            });
  }
}

package com.salesync.localstack.demo;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Asks for advice as the web client does: asks, looks again until it is there, reads it. */
final class Consultation {

  private static final Duration PAUSE = Duration.ofMillis(500);

  /** The contract promises the answer a second after the success; a busy machine takes longer. */
  private static final Duration DELIVERY = Duration.ofSeconds(5);

  private static final int LINES_SHOWN = 12;

  private final Till till;
  private final Duration patience;
  private final PrintStream out;

  Consultation(Till till, Duration patience, PrintStream out) {
    this.till = till;
    this.patience = patience;
    this.out = out;
  }

  void show(String period) {
    JsonObject accepted = Till.patiently(() -> till.get("/consulting/?" + period));
    if (!accepted.has("req_id")) {
      out.println("  No advice: " + accepted.get("message").getAsString());
      return;
    }
    String request = accepted.get("req_id").getAsString();
    String status = "/consulting/" + request;
    String answer = "/dashboard/consulting/" + request;
    Till.Answer advice = waitFor(status, answer);
    if (isUnderWay(advice)) {
      out.println("  It is not there yet. How far it is, and later the advice:");
      out.println("  " + till.curl(status));
      out.println("  " + till.curl(answer));
    } else if (isResult(advice, "success")) {
      quote(advice.body().get("consulting").getAsString().lines().toList());
      out.println("  " + till.curl(answer));
    } else {
      out.println("  No advice: " + advice.reason());
    }
  }

  private Till.Answer waitFor(String status, String answer) {
    out.print("  waiting for it ");
    try {
      Till.Answer ended = await(status, patience);
      return isResult(ended, "success") ? await(answer, DELIVERY) : ended;
    } finally {
      out.println();
    }
  }

  private Till.Answer await(String path, Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    while (true) {
      Till.Answer answer = Till.patiently(() -> till.tryGet(path));
      if (!isUnderWay(answer) || Instant.now().isAfter(deadline)) {
        return answer;
      }
      out.print('.');
      out.flush();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** The dashboard does not know a request before its first message has arrived. */
  private static boolean isUnderWay(Till.Answer answer) {
    return answer.status() == 404 || isResult(answer, "not completed");
  }

  private static boolean isResult(Till.Answer answer, String result) {
    return answer.isSuccess()
        && answer.body().has("result")
        && answer.body().get("result").getAsString().equals(result);
  }

  private void quote(List<String> lines) {
    lines.stream().limit(LINES_SHOWN).forEach(line -> out.println("  | " + line));
    if (lines.size() > LINES_SHOWN) {
      out.printf(Locale.ROOT, "  | ... and %d lines more%n", lines.size() - LINES_SHOWN);
    }
  }
}

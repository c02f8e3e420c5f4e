package com.salesync.benchmarks.demo;

import com.salesync.benchmarks.client.Answer;
import com.salesync.benchmarks.client.GatewayClient;
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

  private final GatewayClient client;
  private final Duration timeout;
  private final PrintStream out;

  Consultation(GatewayClient client, Duration timeout, PrintStream out) {
    this.client = client;
    this.timeout = timeout;
    this.out = out;
  }

  void show(String period) {
    Answer accepted = client.tryGet("/consulting/?" + period);
    if (!accepted.body().has("req_id")) {
      out.println("  No advice: " + accepted.reason());
      return;
    }
    String request = accepted.body().get("req_id").getAsString();
    String status = "/consulting/" + request;
    String answer = "/dashboard/consulting/" + request;
    Answer advice = waitFor(status, answer);
    if (isUnderWay(advice)) {
      out.println("  It is not there yet. How far it is, and later the advice:");
      out.println("  " + client.curl(status));
      out.println("  " + client.curl(answer));
    } else if (advice.hasResult("success")) {
      quote(advice.body().get("consulting").getAsString().lines().toList());
      out.println("  " + client.curl(answer));
    } else {
      out.println("  No advice: " + advice.reason());
    }
  }

  private Answer waitFor(String status, String answer) {
    out.print("  waiting for it ");
    try {
      Answer ended = await(status, timeout);
      return ended.hasResult("success") ? await(answer, DELIVERY) : ended;
    } finally {
      out.println();
    }
  }

  private Answer await(String path, Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    while (true) {
      Answer answer = client.tryGet(path);
      if (!isUnderWay(answer) || Instant.now().isAfter(deadline)) {
        return answer;
      }
      out.print('.');
      out.flush();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** The dashboard does not know a request before its first message has arrived. */
  private static boolean isUnderWay(Answer answer) {
    return answer.status() == 404 || answer.hasResult("not completed");
  }

  private void quote(List<String> lines) {
    lines.stream().limit(LINES_SHOWN).forEach(line -> out.println("  | " + line));
    if (lines.size() > LINES_SHOWN) {
      out.printf(Locale.ROOT, "  | ... and %d lines more%n", lines.size() - LINES_SHOWN);
    }
  }
}

package com.salesync.e2e.torture.run;

import com.salesync.e2e.client.Client;
import com.salesync.e2e.database.InvariantQueries;
import com.salesync.e2e.torture.till.Pauses;
import com.salesync.localstack.LocalStack;
import com.salesync.localstack.RunningPart;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.process.ManagedProcess.State;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Whether all is well. */
final class Health {

  /** For each replica that shares the machine. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final Duration PAUSE = Duration.ofMillis(500);

  /** The grace of a payment (ADR 3), and a minute. */
  private static final Duration PENDING_LIMIT = Duration.ofMinutes(4);

  private final LocalStack stack;

  Health(LocalStack stack) {
    this.stack = stack;
  }

  /** Waits until every part is well; gives up after the limit, saying which is not. */
  List<String> await() {
    long end = System.nanoTime() + limit().toNanos();
    List<String> ill = ill();
    while (!ill.isEmpty() && System.nanoTime() < end) {
      Pauses.pause(PAUSE);
      ill = ill();
    }
    return ill;
  }

  Duration limit() {
    return LIMIT.multipliedBy(stack.replicas(Part.GATEWAY).size());
  }

  private List<String> ill() {
    return Arrays.stream(Part.values())
        .flatMap(part -> stack.replicas(part).stream())
        .filter(each -> each.state() != State.READY || !answers(each))
        .map(RunningPart::toString)
        .toList();
  }

  private static boolean answers(RunningPart each) {
    if (!each.replica().part().isService()) {
      return true;
    }
    try {
      return new Client(each.managementUrl(), null).get("/actuator/health/readiness").status()
          == 200;
    } catch (UncheckedIOException noAnswer) {
      return false;
    }
  }

  /** Waits until no payment and no void is under way; how many still are after the grace. */
  long awaitNothingPending() {
    long end = System.nanoTime() + PENDING_LIMIT.toNanos();
    long pending = pending();
    while (pending > 0 && System.nanoTime() < end) {
      Pauses.pause(PAUSE);
      pending = pending();
    }
    return pending;
  }

  private long pending() {
    return InvariantQueries.count(stack.superuser(), InvariantQueries.PENDING);
  }
}

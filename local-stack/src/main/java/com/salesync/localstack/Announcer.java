package com.salesync.localstack;

import com.salesync.localstack.process.ExitReason;
import com.salesync.localstack.process.ManagedProcess;
import com.salesync.localstack.process.ManagedProcess.State;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells a person, one line each, what becomes of the processes. */
record Announcer(Consumer<String> listener) {

  /** Says what has just happened to a process, if it is of interest. */
  void announce(ManagedProcess process) {
    switch (process.state()) {
      case READY ->
          say(
              process.name(),
              process.before() == State.FROZEN ? "answers again" : readyAfter(process));
      case FROZEN -> say(process.name(), "does not answer: it is frozen, and left as it is");
      case RESTARTING ->
          say(process.name(), ExitReason.describe(process) + " and is started again");
      case STOPPED ->
          process.failure().ifPresent(e -> say(process.name(), "stays down: " + e.getMessage()));
      case STARTING -> {}
    }
  }

  void say(String name, String what) {
    listener.accept("  %-20s %s".formatted(name, what));
  }

  private static String readyAfter(ManagedProcess process) {
    return String.format(
        Locale.ROOT,
        "ready after %4.1f s%s",
        process.startTook().toMillis() / 1000.0,
        process.restarts() == 0 ? "" : ", restart " + process.restarts());
  }
}

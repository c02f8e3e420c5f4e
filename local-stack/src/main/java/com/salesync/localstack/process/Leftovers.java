package com.salesync.localstack.process;

import java.time.Duration;

/** The processes that outlived a launcher which was killed. */
public final class Leftovers {

  private Leftovers() {}

  /** Ends them last started first, so that no service loses its database before its turn. */
  public static void end(StackFile.Content content, Duration grace) {
    for (StackFile.Entry entry : content.entries().reversed()) {
      entry.alive().ifPresent(process -> ProcessId.end(process, entry.stopSignal(), grace));
    }
  }
}

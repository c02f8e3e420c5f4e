package com.salesync.localstack.cli;

import com.salesync.localstack.process.Leftovers;
import com.salesync.localstack.process.ProcessId;
import com.salesync.localstack.process.StackFile;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Ends the launcher, which stops the parts in order; ends them itself when the launcher is gone.
 */
@Command(
    name = "down",
    header = "Stop everything; the data stay.",
    description =
        "Stops the services, then Kafka, then PostgreSQL; also what a killed launcher left"
            + " running.",
    footer = "  ./salesync down")
final class Down implements Runnable {

  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final PrintStream out;

  @Mixin private DataOption data = new DataOption();

  Down(PrintStream out) {
    this.out = out;
  }

  @Override
  public void run() {
    StackFile file = new StackFile(data.folder());
    Optional<StackFile.Content> stack = file.read();
    if (stack.isEmpty()) {
      out.println("Nothing runs in " + data.folder() + ".");
      return;
    }
    out.println("Stopping ...");
    stack.get().launcher().alive().ifPresent(launcher -> ProcessId.end(launcher, "TERM", LONGEST));
    file.read()
        .ifPresent(
            left -> {
              Leftovers.end(left, GRACE);
              file.delete();
            });
    out.println("Stopped; the data stay in " + data.folder() + ".");
  }
}

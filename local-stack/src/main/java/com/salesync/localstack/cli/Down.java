package com.salesync.localstack.cli;

import com.salesync.localstack.process.Leftovers;
import com.salesync.localstack.process.ProcessId;
import com.salesync.localstack.process.StackFile;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Ends the launcher, which stops the parts in order; ends them itself when the launcher is gone.
 */
final class Down {

  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Arguments arguments;
  private final PrintStream out;

  Down(Arguments arguments, PrintStream out) {
    this.arguments = arguments;
    this.out = out;
  }

  void run() {
    StackFile file = new StackFile(arguments.data());
    Optional<StackFile.Content> stack = file.read();
    if (stack.isEmpty()) {
      out.println("Nothing runs in " + arguments.data() + ".");
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
    out.println("Stopped; the data stay in " + arguments.data() + ".");
  }
}

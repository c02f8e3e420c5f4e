package com.salesync.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.List;

/** Reads the command line, measures, prints what was found. */
public final class Benchmark {

  private final PrintStream out;
  private final PrintStream err;

  /**
   * Prepares a run.
   *
   * @param out gets the figures
   * @param err gets the progress and what went wrong
   */
  public Benchmark(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** What {@code ./salesync bench} runs. */
  public static void main(String[] words) {
    System.exit(new Benchmark(System.out, System.err).run(List.of(words)));
  }

  /** The exit code: 0 all calls succeeded and the books agree, 1 they do not, 2 not understood. */
  public int run(List<String> words) {
    try {
      Arguments arguments = Arguments.parse(words);
      if (arguments.help()) {
        out.print(Help.TEXT);
        return 0;
      }
      String loadBefore = load();
      Report report = new Suite(arguments, err).run();
      report.print(out);
      out.println(loadBefore + " before, " + load() + " after.");
      return report.isGood() ? 0 : 1;
    } catch (UsageFailure e) {
      err.println("bench: " + e.getMessage() + " See ./salesync bench --help.");
      return 2;
    } catch (UnexpectedAnswer e) {
      err.println("bench: " + e.getMessage());
      return 1;
    }
  }

  private static String load() {
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    return "load %.1f on %d processors"
        .formatted(machine.getSystemLoadAverage(), machine.getAvailableProcessors());
  }
}

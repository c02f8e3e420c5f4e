package com.salesync.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures, and prints what was found; fails unless all calls succeeded and the records agree. */
@Command(
    name = "bench",
    header = "Measure how much the running system bears.",
    description = {
      "Signs shops up over HTTP and lets their tills read, sell and report. The shops stay, with"
          + " all that they sold: use a system whose data you can throw away.",
      "",
      "Above 600 calls/s the gateway limits one address: start the system with",
      "  SALESYNC_LIMITS_ADDRESS_PERSECOND=100000 SALESYNC_LIMITS_ADDRESS_BURST=100000",
      "  SALESYNC_LIMITS_STORE_PERSECOND=100000 SALESYNC_LIMITS_STORE_BURST=100000"
    },
    footer = {
      "  ./salesync bench --seconds 5 --clients 16",
      "  ./salesync bench --history-token \"$TOKEN\"   # as ./salesync demo prints it"
    })
public final class Bench implements Callable<Integer> {

  private static final int MOST_SHOPS = 50;
  private static final int MOST_CLIENTS = 1_000;
  private static final double LONGEST_SECONDS = 3_600;

  private final PrintStream out;
  private final PrintStream err;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://localhost:8080",
      description = "The gateway's address (default: ${DEFAULT-VALUE}).")
  private String url = "";

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "15",
      description =
          "How long each scenario is measured, after a fifth of that as warm-up (default:"
              + " ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "Tills that call at once, each waiting for its answer (default: ${DEFAULT-VALUE}).")
  private int clients;

  @Option(
      names = "--shops",
      paramLabel = "N",
      defaultValue = "4",
      description = "Shops the tills belong to (default: ${DEFAULT-VALUE}).")
  private int shops;

  @Option(
      names = "--history-token",
      paramLabel = "TOKEN",
      description =
          "A token of a shop with many orders: its year report is compared with that of a new"
              + " shop.")
  private Optional<String> historyToken = Optional.empty();

  @Option(
      names = "--launcher",
      paramLabel = "PID",
      description =
          "The launcher's process (./salesync status names it): adds the processor time that all it"
              + " started took for a call, whoever else is busy.")
  private Optional<Long> launcher = Optional.empty();

  /**
   * Prepares a run.
   *
   * @param out gets the figures
   * @param err gets the progress
   */
  public Bench(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    require(
        url.matches("https?://[^/?#\\s]+/?"),
        "--url needs the gateway's address, not '" + url + "'.");
    require(
        seconds > 0 && seconds <= LONGEST_SECONDS, "--seconds is more than 0 and at most 3600.");
    require(clients >= 1 && clients <= MOST_CLIENTS, "--clients is between 1 and 1000.");
    require(shops >= 1 && shops <= MOST_SHOPS, "--shops is between 1 and 50.");
    Optional<ProcessHandle> process = launcher.flatMap(ProcessHandle::of);
    require(launcher.isEmpty() || process.isPresent(), "--launcher is no running process.");

    String loadBefore = machineLoad();
    Load load = new Load(Duration.ofNanos((long) (seconds * 1e9)), process);
    Report report =
        new Suite(URI.create(url), clients, Math.min(shops, clients), historyToken, load, err)
            .run();
    report.print(out);
    out.println(loadBefore + " before, " + machineLoad() + " after.");
    return report.isGood() ? 0 : 1;
  }

  private void require(boolean valid, String otherwise) {
    if (!valid) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  private static String machineLoad() {
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    return "load %.1f on %d processors"
        .formatted(machine.getSystemLoadAverage(), machine.getAvailableProcessors());
  }
}

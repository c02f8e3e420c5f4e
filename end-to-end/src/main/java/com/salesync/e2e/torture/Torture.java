package com.salesync.e2e.torture;

import com.salesync.e2e.plant.Mistake;
import com.salesync.e2e.torture.fault.Faults;
import com.salesync.e2e.torture.run.Run;
import com.salesync.e2e.torture.run.Settings;
import com.salesync.e2e.torture.run.Summary;
import com.salesync.localstack.process.StackFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code ./salesync torture} runs. */
@Command(
    name = "./salesync torture",
    mixinStandardHelpOptions = true,
    header = "Let faults befall a stack under load, and prove that its records still agree.",
    description =
        "Starts a stack of its own, with its own data folder and ports. Equal seeds and options"
            + " make equal plans.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nothing was found", "1:something was, see the table", "2:not understood"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./salesync torture --seed 7 --minutes 3",
      "  ./salesync torture --faults kill,freeze-order --minutes 10"
    })
public final class Torture implements Callable<Integer> {

  private static final int MOST_MINUTES = 24 * 60;
  private static final int MOST_REPLICAS = 2;

  private final PrintStream out;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(names = "--seed", paramLabel = "N", description = "Of the plan (default: a new one).")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "10",
      description = "How long faults befall (default: ${DEFAULT-VALUE}).")
  private int minutes;

  @Option(
      names = "--faults",
      paramLabel = "NAME",
      split = ",",
      description = "Only those whose names begin so; 'none' for none (default: all).")
  private List<String> faults = List.of();

  @Option(
      names = "--replicas",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of each service (default: ${DEFAULT-VALUE}).")
  private int replicas;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Where data and history go (default: a new temporary folder).")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--plant",
      paramLabel = "NAME",
      description = "A mistake that is put into a service, to see that it is found.")
  private Optional<String> plant = Optional.empty();

  /** Prepares a command that prints here. */
  public Torture(PrintStream out) {
    this.out = out;
  }

  /** What the script runs. */
  public static void main(String[] words) {
    System.exit(new CommandLine(new Torture(System.out)).execute(words));
  }

  @Override
  public Integer call() {
    require(minutes >= 1 && minutes <= MOST_MINUTES, "--minutes is between 1 and 1440.");
    require(replicas >= 1 && replicas <= MOST_REPLICAS, "--replicas is 1 or 2.");
    Settings settings =
        new Settings(
            seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(1, Integer.MAX_VALUE)),
            Duration.ofMinutes(minutes),
            chosen(),
            replicas,
            folder.orElseGet(Torture::newFolder),
            planted());
    Run run = new Run(settings, out::println);
    out.printf(
        "torture --seed %d --minutes %d --replicas %d, commit %s, plan %s, in %s%n",
        settings.seed(),
        minutes,
        replicas,
        Commit.of(Path.of("")),
        run.plan().digest(),
        settings.folder());
    try {
      Summary summary = run.run();
      summary.print(out);
      return summary.isGood() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    } catch (StackFailure e) {
      out.println("salesync: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private List<String> chosen() {
    if (faults.equals(List.of("none"))) {
      return List.of();
    }
    try {
      return Faults.named(faults);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private Optional<Mistake> planted() {
    try {
      return plant.map(Mistake::named);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void require(boolean valid, String otherwise) {
    if (!valid) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("salesync-torture");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package com.salesync.localstack.cli;

import com.salesync.localstack.LocalStack;
import com.salesync.localstack.Options;
import com.salesync.localstack.part.EnvironmentFile;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.part.Replica;
import com.salesync.localstack.process.Memory;
import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.process.StackFile;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Stays until it is stopped, or leaves that to a launcher in the background. */
@Command(
    name = "up",
    header = "Build what is not built, start everything.",
    description = "Shows each part as it becomes healthy. Ctrl-C stops them in order.",
    footer = {
      "  ./salesync up --detach",
      "  ./salesync up --processes --replicas 2",
      "  ./salesync up --port 9090 --data /tmp/second-stack",
      "  ./salesync up --except order-service      # which you run in your IDE"
    })
final class Up implements Callable<Integer> {

  private static final long MEBIBYTE = 1024 * 1024;

  /** The budget of the whole stack that the README states. */
  private static final long NEEDED = 2_560 * MEBIBYTE;

  /** What each further replica of all services adds to it. */
  private static final long NEEDED_BY_REPLICAS = 1_900 * MEBIBYTE;

  private static final int HIGHEST_PORT = 65_535;

  /** After it nothing is printed until something happens. */
  static final String LAST_LINE = "  Stop         ";

  private final PrintStream out;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description =
          "The gateway's port (default: ${DEFAULT-VALUE}); the others are the next free ones.")
  private int port;

  @Option(
      names = {"-d", "--detach"},
      description = "Return once all is healthy and leave it in the background.")
  private boolean detach;

  @Option(names = "--force", description = "Start even when memory looks too small.")
  private boolean force;

  @Option(
      names = "--except",
      paramLabel = "SERVICE",
      split = ",",
      converter = PartName.OfService.class,
      completionCandidates = PartName.OfService.class,
      description = {
        "Leave a service out, to be run by you: prints the settings with which the others find it"
            + " and it finds them, and keeps them in run/SERVICE.env in the data folder."
            + " Repeatable.",
        "One of ${COMPLETION-CANDIDATES}."
      })
  private Set<Part> except = EnumSet.noneOf(Part.class);

  @Option(
      names = "--processes",
      description = "Each part is a process of its own: said for clarity, there is no other way.")
  @SuppressWarnings("UnusedVariable")
  private boolean processes;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "So many of each service, the gateway too, behind one port that gives each connection to"
              + " the next one that is ready (default: ${DEFAULT-VALUE}). They are called SERVICE,"
              + " SERVICE-2 and so on.")
  private int replicas;

  @Option(
      names = "--accept-earlier-data",
      description =
          "Go on with data that were put back to an earlier state, which are refused otherwise:"
              + " what came after it stays missing.")
  private boolean acceptEarlierData;

  Up(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    if (port < 1 || port > HIGHEST_PORT) {
      throw new ParameterException(spec.commandLine(), "--port is between 1 and 65535.");
    }
    if (replicas < 1 || replicas > Replica.MOST) {
      throw new ParameterException(
          spec.commandLine(), "--replicas is between 1 and " + Replica.MOST + ".");
    }
    Optional<StackFile.Content> running =
        new StackFile(data.folder())
            .read()
            .filter(content -> content.launcher().alive().isPresent());
    if (running.isPresent()) {
      out.printf(
          "Already %s: %s (%s tells more).%n",
          running.get().ready() ? "up" : "starting", running.get().url(), data.command("status"));
      return 0;
    }
    if (!force) {
      refuseWithout(Memory.available(), NEEDED + (replicas - 1) * NEEDED_BY_REPLICAS);
    }
    if (detach) {
      return new Background(data.folder(), words(), out).start() ? 0 : 1;
    }
    stay();
    return 0;
  }

  /** The options of the launcher in the background, but the folder. */
  private List<String> words() {
    List<String> words = new ArrayList<>(List.of("--force", "--port", Integer.toString(port)));
    words.addAll(List.of("--replicas", Integer.toString(replicas)));
    except.forEach(service -> words.addAll(List.of("--except", service.label())));
    if (acceptEarlierData) {
      words.add("--accept-earlier-data");
    }
    return words;
  }

  static void refuseWithout(OptionalLong available, long needed) {
    if (available.isPresent() && available.getAsLong() < needed) {
      throw new StackFailure(
          "Only %d MiB of memory are free and the stack takes up to %d: close something, or try with --force."
              .formatted(available.getAsLong() / MEBIBYTE, needed / MEBIBYTE));
    }
  }

  private void stay() {
    out.println("Starting Salesync; its data are in " + data.folder());
    Instant begun = Instant.now();
    Options options =
        new Options()
            .withData(data.folder())
            .withGatewayPort(port)
            .withLeftOut(except)
            .withReplicas(replicas)
            .withProgress(out::println);
    LocalStack stack =
        LocalStack.start(acceptEarlierData ? options.withEarlierDataAccepted() : options);
    out.printf("All healthy after %d s.%n%n", Duration.between(begun, Instant.now()).toSeconds());
    except.forEach(
        service ->
            out.println(
                EnvironmentFile.write(stack.data(), service, stack.settings(service)).describe()));
    out.print(places(stack.gatewayUrl().toString()));
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> out.println("\nStopping ..."), "farewell"));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stack.close();
  }

  private String places(String gateway) {
    return """
      Salesync     %1$s
      API docs     %1$s/docs
      SMS inbox    %1$s/_local/sms
      Demo shop    %2$s
    %3$s%4$s
    """
        .formatted(gateway, data.command("demo"), LAST_LINE, data.command("down"));
  }
}

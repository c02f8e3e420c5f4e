package com.salesync.localstack.cli;

import com.salesync.localstack.process.OwnSession;
import com.salesync.localstack.process.StackFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code up} in a launcher of its own and shows what it says until all is healthy. */
final class Background {

  private final Arguments arguments;
  private final PrintStream out;
  private final Path log;

  Background(Arguments arguments, PrintStream out) {
    this.arguments = arguments;
    this.out = out;
    this.log = arguments.data().resolve("logs").resolve("launcher.log");
  }

  /** False when it ended before; why, it has said itself. */
  boolean start() {
    try {
      Files.createDirectories(log.resolveSibling(""));
      Files.writeString(log, "");
      Process launcher =
          new ProcessBuilder(OwnSession.of(command()))
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      Thread stopWithUs = new Thread(launcher::destroy, "stop-launcher");
      Runtime.getRuntime().addShutdownHook(stopWithUs);
      boolean ready = showProgress(launcher);
      Runtime.getRuntime().removeShutdownHook(stopWithUs);
      return ready;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean showProgress(Process launcher) throws IOException, InterruptedException {
    StackFile file = new StackFile(arguments.data());
    try (InputStream said = Files.newInputStream(log)) {
      boolean alive = true;
      boolean ready = false;
      while (alive && !ready) {
        Thread.sleep(100);
        alive = launcher.isAlive();
        ready =
            file.read()
                .filter(content -> content.launcher().pid() == launcher.pid())
                .map(StackFile.Content::ready)
                .orElse(false);
        out.write(said.readAllBytes());
        out.flush();
      }
      if (ready) {
        // The launcher prints where everything is right after it has noted that all is healthy.
        Thread.sleep(200);
        out.write(said.readAllBytes());
        out.flush();
      }
      return ready;
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Cli.class.getName());
    command.addAll(List.of("up", "--force", "--port", Integer.toString(arguments.port())));
    command.addAll(List.of("--data", arguments.data().toString()));
    return command;
  }
}

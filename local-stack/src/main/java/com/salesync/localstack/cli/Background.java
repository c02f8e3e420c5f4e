package com.salesync.localstack.cli;

import com.salesync.localstack.part.Java;
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

  private final Path data;
  private final List<String> options;
  private final PrintStream out;
  private final Path log;

  Background(Path data, List<String> options, PrintStream out) {
    this.data = data;
    this.options = List.copyOf(options);
    this.out = out;
    this.log = data.resolve("logs").resolve("launcher.log");
  }

  /** False when it ended before; why, it has said itself. */
  boolean start() {
    try {
      Files.createDirectories(log.getParent());
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
    StackFile file = new StackFile(data);
    try (InputStream said = Files.newInputStream(log)) {
      boolean alive = true;
      boolean ready = false;
      while (alive && !ready) {
        Thread.sleep(100);
        alive = launcher.isAlive();
        ready =
            Files.readString(log).contains(Up.LAST_LINE)
                && file.read()
                    .filter(content -> content.launcher().pid() == launcher.pid())
                    .map(StackFile.Content::ready)
                    .orElse(false);
        out.write(said.readAllBytes());
        out.flush();
      }
      return ready;
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Java.program().toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Salesync.class.getName());
    command.addAll(List.of("up", "--data", data.toString()));
    command.addAll(options);
    return command;
  }
}

package com.salesync.localstack.cli;

import com.salesync.localstack.LocalStack;
import com.salesync.localstack.Options;
import com.salesync.localstack.process.Memory;
import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.process.StackFile;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/**
 * Starts everything and stays until it is told to end, or leaves it to a launcher in the
 * background.
 */
final class Up {

  private static final long MEBIBYTE = 1024 * 1024;

  /** The budget of the whole stack that the README states. */
  private static final long NEEDED = 2_560 * MEBIBYTE;

  private final Arguments arguments;
  private final PrintStream out;

  Up(Arguments arguments, PrintStream out) {
    this.arguments = arguments;
    this.out = out;
  }

  /** False when it did not become healthy and has said why. */
  boolean run() {
    Optional<StackFile.Content> running =
        new StackFile(arguments.data())
            .read()
            .filter(content -> content.launcher().alive().isPresent());
    if (running.isPresent()) {
      out.println("Already up: " + running.get().url() + " (./salesync status tells more).");
      return true;
    }
    if (!arguments.force()) {
      refuseWithout(Memory.available());
    }
    if (arguments.detach()) {
      return new Background(arguments, out).start();
    }
    stay();
    return true;
  }

  static void refuseWithout(OptionalLong available) {
    if (available.isPresent() && available.getAsLong() < NEEDED) {
      throw new StackFailure(
          "Only %d MiB of memory are free and the stack takes up to %d: close something, or try with --force."
              .formatted(available.getAsLong() / MEBIBYTE, NEEDED / MEBIBYTE));
    }
  }

  private void stay() {
    out.println("Starting Salesync; its data are in " + arguments.data());
    Instant begun = Instant.now();
    LocalStack stack =
        LocalStack.start(
            new Options()
                .withData(arguments.data())
                .withGatewayPort(arguments.port())
                .withProgress(out::println));
    out.printf("All healthy after %d s.%n%n", Duration.between(begun, Instant.now()).toSeconds());
    out.print(urls(stack.gatewayUrl().toString()));
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> out.println("\nStopping ..."), "farewell"));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stack.close();
  }

  private static String urls(String gateway) {
    return """
      Salesync     %1$s
      API docs     %1$s/docs
      SMS inbox    %1$s/_local/sms
      Demo shop    ./salesync demo
      Stop         ./salesync down
    """
        .formatted(gateway);
  }
}

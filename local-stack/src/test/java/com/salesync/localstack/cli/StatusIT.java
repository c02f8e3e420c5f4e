package com.salesync.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.localstack.LocalStack;
import com.salesync.localstack.Options;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.process.ManagedProcess.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of parts whose processes are stopped in the middle of their work. */
class StatusIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Set<Part> SERVERS = Set.of(Part.POSTGRES, Part.KAFKA);

  @TempDir private static Path data;

  private final List<String> told = new CopyOnWriteArrayList<>();

  @Test
  void frozenPartsAreToldAsSuchUntilTheyAnswerAgain() throws Exception {
    try (LocalStack stack =
        LocalStack.start(
            new Options()
                .withData(data)
                .withRandomPorts()
                .withParts(SERVERS)
                .withProgress(told::add))) {
      assertThat(status()).contains("postgres ready", "kafka ready");

      signal(stack, "STOP");
      assertThat(status()).contains("postgres frozen", "kafka frozen");
      for (Part server : SERVERS) {
        await().atMost(SOON).until(() -> stack.state(server) == State.FROZEN);
      }
      assertThat(told).filteredOn(line -> line.contains("frozen")).hasSize(2);

      signal(stack, "CONT");
      for (Part server : SERVERS) {
        stack.awaitReady(server, SOON);
        assertThat(stack.restarts(server)).isZero();
      }
      assertThat(status()).contains("postgres ready", "kafka ready");
      assertThat(told).filteredOn(line -> line.endsWith("answers again")).hasSize(2);
    }
  }

  private static void signal(LocalStack stack, String name) throws Exception {
    for (Part server : SERVERS) {
      String pid = Long.toString(stack.pid(server).orElseThrow());
      assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
    }
  }

  /** Name and state of each line. */
  private static List<String> status() {
    CommandRun run = new CommandRun();
    assertThat(run.salesync("status", "--data", data.toString())).isZero();
    return run.out().lines().map(line -> line.replaceFirst("^(\\S+) +(\\S+).*", "$1 $2")).toList();
  }
}

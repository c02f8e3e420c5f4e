package com.salesync.localstack;

import static com.salesync.localstack.TestServers.execute;
import static com.salesync.localstack.TestServers.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.salesync.localstack.part.Part;
import com.salesync.localstack.process.ManagedProcess.State;
import com.salesync.localstack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a data folder in whose place an older copy was put. */
class EarlierDataIT {

  private static final Duration SOON = Duration.ofSeconds(40);

  @TempDir private Path folder;

  private final List<String> said = new CopyOnWriteArrayList<>();

  @Test
  void dataThatWerePutBackAreRefusedUntilSomebodySaysThatTheyAreMeant() throws Exception {
    try (LocalStack stack = LocalStack.start(options())) {
      execute(stack.superuser(), "CREATE TABLE sales (x int)", "INSERT INTO sales VALUES (1)");
    }
    copy(postgres(), folder.resolve("copy"));
    try (LocalStack stack = LocalStack.start(options())) {
      execute(stack.superuser(), "INSERT INTO sales VALUES (2)");
    }
    putBack();

    for (int attempt = 1; attempt <= 2; attempt++) {
      assertThatThrownBy(() -> LocalStack.start(options()))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining(folder.resolve("data") + " were put back to an earlier state")
          .hasMessageMatching(".* end about 2.* had got to 2.*")
          .hasMessageContaining("paid or settled in between is missing")
          .hasMessageContaining("./salesync up --accept-earlier-data --data " + folder);
    }
    try (LocalStack stack = LocalStack.start(options().withEarlierDataAccepted())) {
      assertThat(query(stack.superuser(), "SELECT max(x) FROM sales")).isEqualTo("1");
      assertThat(said).anyMatch(line -> line.contains("Goes on with data of an earlier state"));
    }
    LocalStack.start(options()).close();
  }

  @Test
  void aRunningStackDoesNotServeDataThatWerePutBack() throws Exception {
    try (LocalStack stack = LocalStack.start(options())) {
      RunningPart server = stack.replica(Part.POSTGRES, 1);
      server.stop();
      copy(postgres(), folder.resolve("copy"));
      server.start();
      server.awaitReady(SOON);
      server.stop();
      putBack();

      server.start();

      assertThatThrownBy(() -> server.awaitReady(SOON))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("earlier state");
      await().atMost(SOON).until(() -> server.pid().isEmpty());
      assertThat(server.state()).isEqualTo(State.STOPPED);
      assertThat(said).anyMatch(line -> line.contains("stays down: The data in"));
    }
  }

  @Test
  void whatWasWrittenJustBeforeAStopIsMissed() throws Exception {
    try (LocalStack stack = LocalStack.start(options())) {
      RunningPart server = stack.replica(Part.POSTGRES, 1);
      server.pause();
      copy(postgres(), folder.resolve("copy"));
      server.resume();
      execute(
          stack.superuser(),
          "CREATE TABLE sales AS SELECT repeat('x', 500) FROM generate_series(1, 100)");
    }
    putBack();

    assertThatThrownBy(() -> LocalStack.start(options()))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("earlier state");
  }

  @Test
  void aCrashIsNoEarlierState() throws Exception {
    try (LocalStack stack = LocalStack.start(options())) {
      execute(stack.superuser(), "CREATE TABLE sales (x int)", "INSERT INTO sales VALUES (1)");
      stack.halt(Part.POSTGRES);
      stack.start(Part.POSTGRES);
      stack.awaitReady(Part.POSTGRES, SOON);
      stack.halt(Part.POSTGRES);
    }
    LocalStack.start(options()).close();
  }

  @Test
  void howFarTheDataHaveGotIsNotedWhileTheServerRuns() throws Exception {
    try (LocalStack stack = LocalStack.start(options())) {
      String first = noted();
      execute(stack.superuser(), "CREATE TABLE sales (x int)");
      await().atMost(SOON).until(() -> !noted().equals(first));
    }
  }

  @Test
  void aFolderThatIsMadeAnewIsAnother() throws Exception {
    try (LocalStack stack = LocalStack.start(options())) {
      execute(stack.superuser(), "SELECT pg_switch_wal()");
    }
    delete(folder.resolve("data"));

    LocalStack.start(options()).close();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsSaidOnceAndHoldsUpNothing() throws Exception {
    Files.writeString(folder.resolve("file"), "");

    LocalStack.start(options().withStateFolder(folder.resolve("file"))).close();

    assertThat(said).filteredOn(line -> line.contains("would not be noticed")).hasSize(1);
  }

  private Options options() {
    return new Options()
        .withData(folder.resolve("data"))
        .withStateFolder(folder.resolve("state"))
        .withRandomPorts()
        .withParts(Set.of(Part.POSTGRES))
        .withProgress(said::add);
  }

  private Path postgres() {
    return folder.resolve("data/postgres/data");
  }

  private String noted() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("state"))) {
      return Files.readString(
          files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow());
    }
  }

  private void putBack() throws Exception {
    delete(postgres());
    copy(folder.resolve("copy"), postgres());
  }

  private static void copy(Path from, Path to) throws Exception {
    run("cp", "-a", from.toString(), to.toString());
  }

  private static void delete(Path tree) throws Exception {
    run("rm", "-r", tree.toString());
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}

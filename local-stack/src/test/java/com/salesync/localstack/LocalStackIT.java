package com.salesync.localstack;

import static com.salesync.localstack.TestServers.execute;
import static com.salesync.localstack.TestServers.query;
import static com.salesync.localstack.TestServers.serversIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.salesync.localstack.part.Java;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.process.ManagedProcess.State;
import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.process.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a stack starts and ends; the services are started by the module end-to-end. */
class LocalStackIT {

  private static final Duration SOON = Duration.ofSeconds(40);

  @TempDir private static Path data;

  private static LocalStack stack;

  @BeforeAll
  static void start() {
    stack = LocalStack.start(serversIn(data));
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void theSameFolderCannotBeUsedTwice() {
    assertThatThrownBy(() -> LocalStack.start(serversIn(data)))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("./salesync down --data " + data);
    assertThat(stack.state(Part.POSTGRES)).isEqualTo(State.READY);
  }

  @Test
  void aTakenGatewayPortIsSaidInOneLine(@TempDir Path other) {
    int taken = stack.serviceUrl(Part.POSTGRES).getPort();

    assertThatThrownBy(() -> LocalStack.start(serversIn(other).withGatewayPort(taken)))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("Port " + taken + " is taken")
        .hasMessageContaining("--port");
  }

  @Test
  void twoThatStartAtOnceAndPreferTheSamePortsBothComeUpEachWithItsOwnServers(
      @TempDir Path here, @TempDir Path there) throws Exception {
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<LocalStack>> starts =
          both.invokeAll(List.of(() -> preferring(here), () -> preferring(there)));
      try (LocalStack first = starts.getFirst().get();
          LocalStack second = starts.getLast().get()) {
        assertThat(query(first.superuser(), "SHOW data_directory")).startsWith(here.toString());
        assertThat(query(second.superuser(), "SHOW data_directory")).startsWith(there.toString());
        assertThat(first.kafkaBootstrapServers()).isNotEqualTo(second.kafkaBootstrapServers());
      }
    }
  }

  /** Not random ones, but the first free after those that everybody prefers. */
  private static LocalStack preferring(Path folder) {
    return LocalStack.start(
        new Options()
            .withData(folder)
            .withGatewayPort(0)
            .withParts(Set.of(Part.POSTGRES, Part.KAFKA)));
  }

  @Test
  void aLostPasswordIsNoReasonToProposeThatDataBeDeleted(@TempDir Path other) throws Exception {
    LocalStack.start(serversIn(other)).close();
    Files.delete(other.resolve("secrets.properties"));

    assertThatThrownBy(() -> LocalStack.start(serversIn(other)))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining(other + "/postgres/data")
        .hasMessageContaining("--data")
        .hasMessageNotContaining("delete");
  }

  @Test
  void dataOfAnOlderSalesyncAreLeftAsTheyAre(@TempDir Path other) throws Exception {
    try (LocalStack older = LocalStack.start(serversIn(other))) {
      execute(older.superuser(), "ALTER SCHEMA sale OWNER TO sale_service");
    }

    assertThatThrownBy(() -> LocalStack.start(serversIn(other)))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("older Salesync")
        .hasMessageContaining("--data");
  }

  @Test
  void whatAKilledLauncherLeftRunningIsEndedByTheNextStart(@TempDir Path other) throws Exception {
    Process launcher = startLauncher(other);
    StackFile file = new StackFile(other);
    await().atMost(SOON).until(() -> file.read().filter(StackFile.Content::ready).isPresent());
    List<StackFile.Entry> orphans = file.read().orElseThrow().entries();
    launcher.destroyForcibly().waitFor();
    assertThat(orphans).hasSize(2).allMatch(orphan -> orphan.alive().isPresent());

    try (LocalStack next = LocalStack.start(serversIn(other))) {
      assertThat(orphans).noneMatch(orphan -> orphan.alive().isPresent());
      assertThat(query(next.superuser(), "SELECT 1")).isEqualTo("1");
    }
    assertThat(file.read()).isEmpty();
  }

  @Test
  void whatIsLeftOutNeedNotBeBuilt(@TempDir Path clone, @TempDir Path other) throws Exception {
    Files.createFile(clone.resolve("mvnw"));
    Files.writeString(clone.resolve("pom.xml"), "<module>order-service</module>");
    System.setProperty("salesync.repository", clone.toString());
    Queue<String> said = new ConcurrentLinkedQueue<>();
    try (LocalStack rest =
        LocalStack.start(
            new Options()
                .withData(other)
                .withRandomPorts()
                .withLeftOut(Set.of(Part.ORDER))
                .withProgress(said::add))) {
      assertThat(query(rest.superuser(), "SELECT 1")).isEqualTo("1");
    } finally {
      System.clearProperty("salesync.repository");
    }
    assertThat(said).anyMatch(line -> line.contains("order-service        is not built"));
  }

  @Test
  void aLauncherThatIsToldToEndLeavesNoProcess(@TempDir Path other) throws Exception {
    Process launcher = startLauncher(other);
    StackFile file = new StackFile(other);
    await().atMost(SOON).until(() -> file.read().filter(StackFile.Content::ready).isPresent());
    List<StackFile.Entry> parts = file.read().orElseThrow().entries();
    assertThat(parts).hasSize(2).allMatch(part -> part.alive().isPresent());

    launcher.destroy();

    assertThat(launcher.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(parts).noneMatch(part -> part.alive().isPresent());
    assertThat(other.resolve("postgres/data/postmaster.pid")).doesNotExist();
  }

  private static Process startLauncher(Path folder) throws IOException {
    return new ProcessBuilder(
            Java.program().toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ServersOnly.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("launcher.txt").toFile())
        .start();
  }
}

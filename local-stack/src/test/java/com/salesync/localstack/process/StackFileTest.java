package com.salesync.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.localstack.process.ManagedProcess.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFileTest {

  private static final ProcessId SELF = ProcessId.of(ProcessHandle.current());

  @TempDir private Path folder;

  @Test
  void isReadAsItWasWritten() {
    StackFile.Content content =
        new StackFile.Content(
            SELF,
            true,
            "http://localhost:8080",
            List.of(entry("postgres", SELF), entry("kafka", null)));

    new StackFile(folder).write(content);

    assertThat(new StackFile(folder).read()).hasValue(content);
  }

  @Test
  void isEmptyWhenMissingOrBroken() throws IOException {
    assertThat(new StackFile(folder).read()).isEmpty();

    Files.writeString(folder.resolve("stack.json"), "{\"launcher\":");
    assertThat(new StackFile(folder).read()).isEmpty();
  }

  @Test
  void doesNotTakeAnotherProcessWithTheSameIdForTheOldOne() {
    assertThat(SELF.alive()).isPresent();
    assertThat(new ProcessId(SELF.pid(), SELF.startedMillis() - 60_000).alive()).isEmpty();
  }

  @Test
  void whatAKilledLauncherLeftIsEnded() throws Exception {
    Process left =
        new ProcessBuilder(FakeService.launch("0", Map.of()).command()).inheritIO().start();
    StackFile.Content content =
        new StackFile.Content(
            SELF, true, "", List.of(entry("left", ProcessId.of(left.toHandle()))));
    assertThat(content.entries()).allMatch(entry -> entry.alive().isPresent());

    Leftovers.end(content, Duration.ofSeconds(10));

    assertThat(left.waitFor()).isEqualTo(143);
    assertThat(content.entries()).noneMatch(entry -> entry.alive().isPresent());
  }

  private static StackFile.Entry entry(String name, ProcessId process) {
    return new StackFile.Entry(name, State.READY, process, 15432, null, 0, "TERM", false);
  }
}

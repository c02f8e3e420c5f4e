package com.salesync.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.localstack.process.StackFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SalesyncTest {

  @TempDir private Path folder;

  private final CommandRun run = new CommandRun();

  @Test
  void helpNamesEveryCommand() {
    assertThat(run.salesync("help")).isZero();
    assertThat(run.out().lines().map(line -> line.strip().split(" ", 2)[0]))
        .contains(
            "up", "down", "demo", "status", "logs", "operator-token", "bench", "torture", "images")
        .contains("completion", "help");
    String help = run.out();
    assertThat(run.salesync()).isZero();
    assertThat(run.salesync("--help")).isZero();
    assertThat(run.out()).isEqualTo(help.repeat(3));
  }

  static Set<String> commands() {
    return new Salesync(System.out, System.err).commandLine().getSubcommands().keySet();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theHelpOfEveryCommandTellsWhatItDoesItsExitCodesAndAnExample(String command) {
    assertThat(run.salesync("help", command)).isZero();
    List<String> lines = run.out().lines().map(String::strip).toList();

    assertThat(lines.getFirst()).endsWith(".").doesNotStartWith("Salesync on this machine");
    assertThat(lines).anyMatch(line -> line.startsWith("Usage: ./salesync " + command));
    assertThat(lines.subList(lines.indexOf("Exit codes:"), lines.size()))
        .anyMatch(line -> line.startsWith("0 "))
        .anyMatch(line -> line.startsWith("1 "))
        .anyMatch(line -> line.startsWith("2 "));
    assertThat(lines.subList(lines.indexOf("Examples:"), lines.size()))
        .anyMatch(line -> line.contains("./salesync " + command));
  }

  /** {@code help} explains whatever else is said. */
  static Stream<String> commandsButHelp() {
    return commands().stream().filter(command -> !command.equals("help"));
  }

  @ParameterizedTest
  @MethodSource("commandsButHelp")
  void anUnknownOptionIsSaidInOneLineThatLeadsToTheCommandsHelp(String command) {
    assertThat(run.salesync(command, "--pizza")).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err())
        .startsWith("salesync: Unknown option: '--pizza'.")
        .endsWith(" See ./salesync help " + command + ".\n");
  }

  @Test
  void aMistypedCommandOrOptionIsAnsweredWithWhatIsLikeIt() {
    assertThat(run.salesync("stauts")).isEqualTo(2);
    assertThat(run.salesync("up", "--detatch")).isEqualTo(2);
    assertThat(run.err().lines())
        .containsExactly(
            "salesync: There is no command stauts. Did you mean status? See ./salesync help.",
            "salesync: Unknown option: '--detatch'. Did you mean --detach? See ./salesync help"
                + " up.");
  }

  @Test
  void whatIsNotUnderstoodIsSaidInOneLine() {
    assertThat(run.salesync("fly")).isEqualTo(2);
    assertThat(run.salesync("help", "fly")).isEqualTo(2);
    assertThat(run.salesync("up", "--port", "eighty")).isEqualTo(2);
    assertThat(run.salesync("up", "--port")).isEqualTo(2);
    assertThat(run.salesync("up", "--port", "70000")).isEqualTo(2);
    assertThat(run.salesync("up", "--replicas", "0")).isEqualTo(2);
    assertThat(run.salesync("up", "--processes", "--replicas", "10")).isEqualTo(2);
    assertThat(run.salesync("up", "--except", "postgres")).isEqualTo(2);
    assertThat(run.salesync("status", "sale")).isEqualTo(2);
    assertThat(run.salesync("completion", "fish")).isEqualTo(2);
    assertThat(run.salesync("logs", "pizza", "--data", folder.toString())).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(11).allMatch(line -> line.startsWith("salesync: "));
    assertThat(run.err()).contains("there is no pizza; there are postgres, kafka, store-service,");
  }

  @Test
  void withoutAStackEveryCommandSaysSo() {
    assertThat(run.salesync("status", "--data", folder.toString())).isEqualTo(1);
    assertThat(run.salesync("logs", "sale", "--data", folder.toString())).isEqualTo(1);
    assertThat(run.salesync("logs", "sale-2", "--data", folder.toString())).isEqualTo(1);
    assertThat(run.salesync("demo", "--data", folder.toString())).isEqualTo(1);
    assertThat(run.salesync("operator-token", "--data", folder.toString())).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(5).anyMatch(line -> line.contains("sale-service-2"));
    assertThat(run.err().lines().filter(line -> line.contains("./salesync")))
        .hasSize(3)
        .allMatch(line -> line.contains(" --data " + folder));
    assertThat(run.salesync("down", "--data", folder.toString())).isZero();
  }

  @Test
  void theVersionIsThatOfTheBuildAndTheCommitOfTheClone() {
    assertThat(run.salesync("--version")).isZero();
    assertThat(run.out()).startsWith("Salesync ").hasLineCount(1);
  }

  @Test
  void completionKnowsCommandsOptionsAndServices() {
    assertThat(run.salesync("completion", "bash")).isZero();
    assertThat(run.out())
        .contains("complete -F _complete_salesync", "operator-token", "--detach", "order-service");
    assertThat(run.salesync("completion", "zsh")).isZero();
    assertThat(run.out()).contains("# source <(./salesync completion zsh)", "bashcompinit");
  }

  @Test
  void tooLittleMemoryIsSaidBeforeAnythingStarts() {
    assertThatThrownBy(() -> Up.refuseWithout(OptionalLong.of(1L << 30), 2L << 30))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("Only 1024 MiB of memory are free")
        .hasMessageContaining("--force");
    assertThatNoException().isThrownBy(() -> Up.refuseWithout(OptionalLong.of(3L << 30), 2L << 30));
    assertThatNoException().isThrownBy(() -> Up.refuseWithout(OptionalLong.empty(), 2L << 30));
  }
}

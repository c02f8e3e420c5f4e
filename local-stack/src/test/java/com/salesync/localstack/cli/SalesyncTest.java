package com.salesync.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.localstack.process.StackFailure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void helpNamesEveryCommand() {
    assertThat(run("help")).isZero();
    assertThat(out.toString())
        .contains("up", "down", "demo", "status", "logs", "operator-token", "--port", "--data");
    assertThat(run()).isZero();
    assertThat(run("--help")).isZero();
  }

  @Test
  void whatIsNotUnderstoodIsSaidInOneLine() {
    assertThat(run("fly")).isEqualTo(2);
    assertThat(run("up", "--port", "eighty")).isEqualTo(2);
    assertThat(run("up", "--port")).isEqualTo(2);
    assertThat(run("up", "--port", "70000")).isEqualTo(2);
    assertThat(run("status", "sale")).isEqualTo(2);
    assertThat(run("logs", "pizza", "--data", folder.toString())).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(6).allMatch(line -> line.startsWith("salesync: "));
  }

  @Test
  void withoutAStackEveryCommandSaysSo() {
    assertThat(run("status", "--data", folder.toString())).isEqualTo(1);
    assertThat(run("logs", "sale", "--data", folder.toString())).isEqualTo(1);
    assertThat(run("operator-token", "--data", folder.toString())).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(3);
    assertThat(run("down", "--data", folder.toString())).isZero();
  }

  @Test
  void tooLittleMemoryIsSaidBeforeAnythingStarts() {
    assertThatThrownBy(() -> Up.refuseWithout(OptionalLong.of(1L << 30)))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("Only 1024 MiB of memory are free")
        .hasMessageContaining("--force");
    assertThatNoException().isThrownBy(() -> Up.refuseWithout(OptionalLong.of(3L << 30)));
    assertThatNoException().isThrownBy(() -> Up.refuseWithout(OptionalLong.empty()));
  }

  private int run(String... words) {
    return new Cli(new PrintStream(out), new PrintStream(err)).run(List.of(words));
  }
}

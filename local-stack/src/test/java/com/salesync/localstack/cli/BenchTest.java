package com.salesync.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class BenchTest {

  private final CommandRun run = new CommandRun();

  @Test
  void helpNamesEveryOption() {
    assertThat(run.salesync("bench", "--help")).isZero();
    assertThat(run.out())
        .contains("--url", "--seconds", "--clients", "--shops", "--history-token", "--launcher");
  }

  @Test
  void whatIsNotUnderstoodIsSaidInOneLine() {
    assertThat(run.salesync("bench", "fast")).isEqualTo(2);
    assertThat(run.salesync("bench", "--url")).isEqualTo(2);
    assertThat(run.salesync("bench", "--url", "localhost:8080")).isEqualTo(2);
    assertThat(run.salesync("bench", "--url", "http://localhost:8080/orders")).isEqualTo(2);
    assertThat(run.salesync("bench", "--seconds", "soon")).isEqualTo(2);
    assertThat(run.salesync("bench", "--seconds", "0")).isEqualTo(2);
    assertThat(run.salesync("bench", "--seconds", "NaN")).isEqualTo(2);
    assertThat(run.salesync("bench", "--clients", "1001")).isEqualTo(2);
    assertThat(run.salesync("bench", "--shops", "0")).isEqualTo(2);
    assertThat(run.salesync("bench", "--launcher", "2147483647")).isEqualTo(2);
    assertThat(run.err().lines())
        .hasSize(10)
        .allMatch(line -> line.startsWith("salesync: "))
        .allMatch(line -> line.endsWith(" See ./salesync help bench."));
  }

  @Test
  void aSystemThatDoesNotAnswerIsAFailure() throws IOException {
    int nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = closed.getLocalPort();
    }

    assertThat(run.salesync("bench", "--url", "http://127.0.0.1:" + nobody)).isEqualTo(1);
    assertThat(run.err()).contains("POST /stores/ got no answer");
  }
}

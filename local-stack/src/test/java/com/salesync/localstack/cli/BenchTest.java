package com.salesync.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void helpNamesEveryOption() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains("--url", "--seconds", "--clients", "--shops", "--history-token", "--launcher");
  }

  @Test
  void whatIsNotUnderstoodIsSaidInOneLine() {
    assertThat(run("fast")).isEqualTo(2);
    assertThat(run("--url")).isEqualTo(2);
    assertThat(run("--url", "localhost:8080")).isEqualTo(2);
    assertThat(run("--url", "http://localhost:8080/orders")).isEqualTo(2);
    assertThat(run("--seconds", "soon")).isEqualTo(2);
    assertThat(run("--seconds", "0")).isEqualTo(2);
    assertThat(run("--seconds", "NaN")).isEqualTo(2);
    assertThat(run("--clients", "1001")).isEqualTo(2);
    assertThat(run("--shops", "0")).isEqualTo(2);
    assertThat(run("--launcher", "2147483647")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(10).allMatch(line -> line.startsWith("bench: "));
  }

  @Test
  void aSystemThatDoesNotAnswerIsAFailure() throws IOException {
    int nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = closed.getLocalPort();
    }

    assertThat(run("--url", "http://127.0.0.1:" + nobody)).isEqualTo(1);
    assertThat(err.toString()).contains("POST /stores/ got no answer");
  }

  private int run(String... words) {
    return new Benchmark(new PrintStream(out), new PrintStream(err)).run(List.of(words));
  }
}

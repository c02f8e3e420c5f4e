package com.salesync.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitReasonTest {

  @TempDir private Path folder;

  @Test
  void isSpringBootsAnalysisWhenThereIsOne() throws IOException {
    assertThat(
            of(
                """
                Caused by: java.net.BindException: Address already in use
                ***************************
                APPLICATION FAILED TO START
                ***************************

                Description:

                Web server failed to start. Port 18081 was already in use.

                Action:

                Stop it.
                """))
        .isEqualTo("Web server failed to start. Port 18081 was already in use.");
  }

  @Test
  void isTheRootCauseOtherwise() throws IOException {
    assertThat(of("Caused by: one\n at x\nCaused by: two\n at y\n")).isEqualTo("two");
    assertThat(
            of(
                """
                LOG:  could not bind IPv4 address "127.0.0.1": Address already in use
                WARNING:  could not create listen socket for "127.0.0.1"
                FATAL:  could not create any TCP/IP sockets
                """))
        .isEqualTo("LOG:  could not bind IPv4 address \"127.0.0.1\": Address already in use");
    assertThat(of("LOG: a\nFATAL:  data directory is of version 17\nLOG: b\n"))
        .isEqualTo("FATAL:  data directory is of version 17");
  }

  @Test
  void isTheLastLineOtherwise() throws IOException {
    assertThat(of("one\ntwo\n\n")).isEqualTo("two");
    assertThat(of("")).isEqualTo("its log is empty.");
    assertThat(ExitReason.inLog(folder.resolve("missing.log"))).isEqualTo("it left no log.");
  }

  private String of(String log) throws IOException {
    return ExitReason.inLog(Files.writeString(folder.resolve("some.log"), log));
  }
}

package com.salesync.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class ReadinessTest {

  @Test
  void aDatabaseThatAnswersInAnothersPlaceIsNotReady() throws Exception {
    Process other = new ProcessBuilder("sleep", "60").start();
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> saysNoToTls(server));
      Readiness database = Readiness.postgres(server.getLocalPort());

      assertThat(database.ask(null)).isEqualTo(Readiness.Answer.READY);
      assertThat(database.ask(ProcessHandle.current())).isEqualTo(Readiness.Answer.READY);
      assertThat(database.ask(other.toHandle())).isEqualTo(Readiness.Answer.UNREADY);
    } finally {
      other.destroyForcibly();
    }
  }

  private static void saysNoToTls(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        client.getOutputStream().write('N');
      } catch (IOException closed) {
        return;
      }
    }
  }
}

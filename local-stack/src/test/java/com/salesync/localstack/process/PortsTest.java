package com.salesync.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void prefersWhatIsAskedForAndNeverGivesItTwice() {
    Ports ports = new Ports(false);
    int free = new Ports(true).take(0);

    assertThat(ports.take(free)).isEqualTo(free);
    assertThat(ports.take(free)).isNotEqualTo(free);
  }

  @Test
  void skipsAPortWhereSomebodyListens() throws IOException {
    int busy = new Ports(true).take(0);
    try (ServerSocket _ = new ServerSocket(busy, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.isFree(busy)).isFalse();
      assertThat(new Ports(false).take(busy)).isNotEqualTo(busy);
    }
  }

  @Test
  void staysBelowTheEphemeralRange() {
    Ports ports = new Ports(true);
    for (int i = 0; i < 50; i++) {
      assertThat(ports.take(0)).isBetween(15_000, 32_767);
    }
    assertThat(new Ports(false).take(32_767)).isBetween(15_000, 32_767);
    assertThat(new Ports(false).take(40_000)).isBetween(15_000, 32_767);
  }
}

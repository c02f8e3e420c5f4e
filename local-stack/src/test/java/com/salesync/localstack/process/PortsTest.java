package com.salesync.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.localstack.part.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

  @Test
  void prefersWhatIsAskedForAndNeverGivesItTwice() {
    Ports ports = new Ports(false);
    int free = free();

    assertThat(ports.take(free)).isEqualTo(free);
    assertThat(ports.take(free)).isNotEqualTo(free);
  }

  @Test
  void skipsAPortWhereSomebodyListens() throws IOException {
    int busy = free();
    try (ServerSocket _ = new ServerSocket(busy, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.isFree(busy)).isFalse();
      assertThat(new Ports(false).take(busy)).isNotEqualTo(busy);
    }
  }

  @Test
  void holdsAPortWhereNobodyListensYetUntilItIsClosed() {
    int port = free();
    try (Ports second = new Ports(false)) {
      Ports first = new Ports(false);
      assertThat(first.take(port)).isEqualTo(port);

      assertThat(second.takeExactly(port)).isFalse();
      assertThat(second.take(port)).isNotEqualTo(port);

      first.close();
      assertThat(second.takeExactly(port)).isTrue();
    }
  }

  @Test
  void aPortIsHeldAgainstOtherProcessesToo() throws Exception {
    int port = free();
    Process holder = new ProcessBuilder(holding(port)).redirectErrorStream(true).start();
    try (Ports ports = new Ports(false);
        BufferedReader said = holder.inputReader()) {
      assertThat(said.readLine()).isEqualTo("holds " + port);

      assertThat(Ports.isFree(port)).isTrue();
      assertThat(ports.takeExactly(port)).isFalse();

      holder.destroyForcibly().waitFor();
      assertThat(ports.takeExactly(port)).isTrue();
    }
  }

  @Test
  void letsEveryUserOfTheMachineHoldPorts(@TempDir Path machine) throws Exception {
    int port = free();
    List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 077 && exec \"$@\"", "sh"));
    command.addAll(holding(port));
    ProcessBuilder cautious = new ProcessBuilder(command);
    cautious.environment().put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + machine);
    Process holder = cautious.start();
    try (BufferedReader said = holder.inputReader()) {
      assertThat(said.readLine()).isEqualTo("holds " + port);

      Path ports = machine.resolve("salesync-ports");
      assertThat(permissions(ports)).isEqualTo("rwxrwxrwx");
      assertThat(permissions(ports.resolve(Integer.toString(port)))).isEqualTo("rw-rw-rw-");
      try (Stream<Path> left = Files.list(ports)) {
        assertThat(left).hasSize(1);
      }
    } finally {
      holder.destroyForcibly();
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static List<String> holding(int port) {
    return List.of(
        Java.program().toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        FakeService.class.getName(),
        "hold",
        Integer.toString(port));
  }

  private static int free() {
    try (Ports ports = new Ports(true)) {
      return ports.take(0);
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

package com.salesync.localstack.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.salesync.localstack.process.Ports;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replicas here say their number at once and then repeat what they are told. */
class ForwarderTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final Ports ports = new Ports(true);
  private final int port = ports.take(0);
  private final Echo one = new Echo('1');
  private final Echo two = new Echo('2');
  private final Forwarder forwarder =
      new Forwarder(
          port,
          Stream.of(one, two)
              .map(echo -> new Forwarder.Target(echo.port(), () -> echo.takesWork))
              .toList());

  @AfterEach
  void close() throws Exception {
    forwarder.close();
    one.die();
    two.die();
    ports.close();
  }

  @Test
  void refusesUntilAReplicaTakesWorkAndAgainWhenNoneDoes() {
    assertRefuses();

    one.takesWork = true;
    forwarder.update();
    assertThat(whoAnswers()).isEqualTo('1');

    one.takesWork = false;
    forwarder.update();
    assertRefuses();
  }

  @Test
  void noticesByItselfWhatTakesWork() {
    two.takesWork = true;
    await().atMost(SOON).until(() -> isOpen());
    two.takesWork = false;
    await().atMost(SOON).until(() -> !isOpen());
  }

  @Test
  void givesConnectionsInTurnsToThoseThatTakeWork() {
    openBoth();
    assertThat(Stream.generate(this::whoAnswers).limit(4))
        .containsExactlyInAnyOrder('1', '1', '2', '2');

    one.takesWork = false;
    assertThat(Stream.generate(this::whoAnswers).limit(4)).containsOnly('2');
  }

  @Test
  void passesOverOneThatHasJustDied() throws Exception {
    openBoth();
    one.die();

    assertThat(Stream.generate(this::whoAnswers).limit(4)).containsOnly('2');
  }

  @Test
  void passesOnWhatEitherSaysAndThatItHasSaidAll() throws IOException {
    openBoth();
    try (Socket client = connect()) {
      client.getOutputStream().write("pizza".getBytes(StandardCharsets.UTF_8));
      client.shutdownOutput();

      assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .endsWith("pizza");
    }
  }

  @Test
  void anOpenConnectionStaysWithItsReplica() throws IOException {
    openBoth();
    try (Socket client = connect()) {
      client.getInputStream().read();
      one.takesWork = false;
      two.takesWork = false;
      forwarder.update();

      client.getOutputStream().write('x');
      assertThat(client.getInputStream().read()).isEqualTo('x');
    }
  }

  @Test
  void aBrokenConnectionIsBrokenForTheClientToo() throws IOException {
    openBoth();
    try (Socket client = connect()) {
      client.getInputStream().read();
      one.breakConnections();
      two.breakConnections();

      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }
  }

  private void openBoth() {
    one.takesWork = true;
    two.takesWork = true;
    forwarder.update();
  }

  private void assertRefuses() {
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
  }

  private boolean isOpen() {
    try (Socket _ = connect()) {
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private char whoAnswers() {
    try (Socket client = connect()) {
      return (char) client.getInputStream().read();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  /** A replica. */
  private static final class Echo {

    private final char name;
    private final ServerSocket door;
    private final Thread acceptor;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private volatile boolean takesWork;

    private Echo(char name) {
      this.name = name;
      try {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      acceptor = Thread.ofVirtual().start(this::accept);
    }

    private int port() {
      return door.getLocalPort();
    }

    private void accept() {
      try {
        while (true) {
          Socket client = door.accept();
          connections.add(client);
          Thread.ofVirtual().start(() -> repeat(client));
        }
      } catch (IOException died) {
        // As it was told to.
      }
    }

    private void repeat(Socket client) {
      try (client) {
        client.getOutputStream().write(name);
        client.getInputStream().transferTo(client.getOutputStream());
      } catch (IOException cut) {
        // By the test.
      }
    }

    private void breakConnections() throws IOException {
      for (Socket each : connections) {
        each.setSoLinger(true, 0);
        each.close();
      }
    }

    /** While somebody still waits at the door, it lets one more in. */
    private void die() throws IOException, InterruptedException {
      door.close();
      acceptor.join();
    }
  }
}

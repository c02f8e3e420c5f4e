package com.salesync.e2e.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

  private static final int LONGEST_WAIT_MILLIS = 2_000;
  private static final int SHORT_WAIT_MILLIS = 300;

  private final AtomicInteger served = new AtomicInteger();
  private HttpServer server;
  private Wire wire;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          served.incrementAndGet();
          byte[] body = "well".getBytes(StandardCharsets.US_ASCII);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    wire = Wire.before(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    wire.close();
    server.stop(0);
  }

  @Test
  void itPasses() throws IOException {
    assertThat(ask(LONGEST_WAIT_MILLIS)).startsWith("HTTP/1.1 200").endsWith("well");
    assertThat(wire.disturbed()).isZero();
  }

  @Test
  void itLosesAnswersOfWhatWasDone() throws IOException {
    wire.behave(Behaviour.LOSES_ANSWERS);
    assertThat(ask(LONGEST_WAIT_MILLIS)).isEmpty();
    assertThat(served).hasValue(1);
    assertThat(wire.disturbed()).isEqualTo(1);
  }

  @Test
  void itCutsAnswersWithinTheirHead() throws IOException {
    wire.behave(Behaviour.CUTS_ANSWERS);
    assertThat(ask(LONGEST_WAIT_MILLIS)).hasSize(20);
  }

  @Test
  void itSwallowsAnswersAndKeepsTheLine() {
    wire.behave(Behaviour.SWALLOWS_ANSWERS);
    assertThatThrownBy(() -> ask(SHORT_WAIT_MILLIS)).isInstanceOf(SocketTimeoutException.class);
    assertThat(served).hasValue(1);
  }

  @Test
  void itSwallowsRequestsAndStaysDeafOnThatLine() throws IOException {
    try (Socket socket = connect(SHORT_WAIT_MILLIS)) {
      wire.behave(Behaviour.SWALLOWS_REQUESTS);
      request(socket);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      wire.behave(Behaviour.PASSES);
      request(socket);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(served).hasValue(0);
    assertThat(ask(LONGEST_WAIT_MILLIS)).endsWith("well");
  }

  @Test
  void itAnswersOnceAndIsDead() throws IOException {
    wire.behave(Behaviour.ANSWERS_ONCE);
    assertThat(ask(LONGEST_WAIT_MILLIS)).startsWith("HTTP/1.1 200");
    assertRefused();
  }

  @Test
  void itRefusesUntilItPassesAgain() throws IOException {
    wire.behave(Behaviour.REFUSES);
    assertThatThrownBy(() -> ask(LONGEST_WAIT_MILLIS)).isInstanceOf(ConnectException.class);
    wire.behave(Behaviour.PASSES);
    assertThat(ask(LONGEST_WAIT_MILLIS)).endsWith("well");
  }

  @Test
  void itOutlivesATargetThatIsDown() throws IOException {
    int port = server.getAddress().getPort();
    server.stop(0);
    assertRefused();
    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> ask(LONGEST_WAIT_MILLIS))
                    .isInstanceOf(ConnectException.class));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
    server.start();
    await()
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(ask(LONGEST_WAIT_MILLIS)).startsWith("HTTP/1.1 204"));
  }

  private void assertRefused() throws IOException {
    try {
      assertThat(ask(LONGEST_WAIT_MILLIS)).isEmpty();
    } catch (SocketException refused) {
      assertThat(served.get()).isLessThanOrEqualTo(1);
    }
  }

  private String ask(int waitMillis) throws IOException {
    try (Socket socket = connect(waitMillis)) {
      request(socket);
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private Socket connect(int waitMillis) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), wire.port());
    socket.setSoTimeout(waitMillis);
    return socket;
  }

  private static void request(Socket socket) throws IOException {
    socket
        .getOutputStream()
        .write(
            "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
  }
}

package com.salesync.gateway;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A server that announces a megabyte and dies after a word of it, or after half of it; or sends two
 * events with a long silence between them, or one and then nothing for as long as it is listened
 * to. A question about advice it answers late, and whole.
 */
final class HalfAnswers {

  static final Duration SILENCE = Duration.ofMillis(3500);
  static final String EVENTS = "data: first\n\ndata: second\n\n";

  private static final int ANNOUNCED = 1_000_000;

  private static final int LATE_MILLIS = 800;

  private final ServerSocket server;
  private volatile @Nullable Boolean awaited;

  HalfAnswers() {
    try {
      server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** Whether the late answer was waited for; null while that is not known. */
  @Nullable Boolean wasAwaited() {
    return awaited;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        answer(socket);
      } catch (IOException gone) {
        // The gateway may give up on it at any moment.
      }
    }
  }

  private void answer(Socket socket) throws IOException {
    BufferedReader request =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String asked = request.readLine();
    boolean little = asked.contains("short");
    String line = request.readLine();
    while (line != null && !line.isEmpty()) {
      line = request.readLine();
    }
    if (asked.contains("/consulting")) {
      awaited = isOpenFor(LATE_MILLIS, socket);
      write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      return;
    }
    if (asked.contains("events")) {
      sendEvents(socket, asked.contains("endless"));
      return;
    }
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: \"7\"\r\nContent-Encoding: br\r\n"
            + "Content-Length: "
            + ANNOUNCED
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().write(new byte[little ? 4 : ANNOUNCED / 2]);
    socket.getOutputStream().flush();
  }

  private static boolean isOpenFor(int millis, Socket socket) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException stillOpen) {
      return true;
    }
  }

  private static void sendEvents(Socket socket, boolean endless) throws IOException {
    int half = EVENTS.length() / 2;
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
    write(socket, head + EVENTS.substring(0, half));
    if (endless) {
      socket.getInputStream().read();
      return;
    }
    await().pollDelay(SILENCE).until(() -> true);
    write(socket, EVENTS.substring(half));
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }
}

package com.salesync.gateway;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A server that announces a megabyte and dies after a word of it, or after half of it; or sends two
 * events with a long silence between them.
 */
final class HalfAnswers {

  static final Duration SILENCE = Duration.ofMillis(3500);
  static final String EVENTS = "data: first\n\ndata: second\n\n";

  private static final int ANNOUNCED = 1_000_000;

  private final ServerSocket server;

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

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        answer(socket);
      } catch (IOException gone) {
        // The gateway may give up on it at any moment.
      }
    }
  }

  private static void answer(Socket socket) throws IOException {
    BufferedReader request =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String asked = request.readLine();
    boolean little = asked.contains("short");
    String line = request.readLine();
    while (line != null && !line.isEmpty()) {
      line = request.readLine();
    }
    if (asked.contains("events")) {
      sendEvents(socket);
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

  private static void sendEvents(Socket socket) throws IOException {
    int half = EVENTS.length() / 2;
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
    write(socket, head + EVENTS.substring(0, half));
    await().pollDelay(SILENCE).until(() -> true);
    write(socket, EVENTS.substring(half));
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }
}

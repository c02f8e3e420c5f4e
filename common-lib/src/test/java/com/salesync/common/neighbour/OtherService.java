package com.salesync.common.neighbour;

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
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A server that can break every promise of HTTP, on connections that stay open. */
final class OtherService {

  private final ServerSocket server;
  private final AtomicLong requests = new AtomicLong();
  private final Map<String, AtomicInteger> named = new ConcurrentHashMap<>();

  private OtherService(ServerSocket server) {
    this.server = server;
  }

  static OtherService start() {
    try {
      OtherService service =
          new OtherService(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread.startVirtualThread(service::accept);
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://localhost:" + server.getLocalPort();
  }

  /** How many requests it has read, whatever became of them. */
  long requests() {
    return requests.get();
  }

  private void accept() {
    while (true) {
      try {
        Socket connection = server.accept();
        Thread.startVirtualThread(() -> serve(connection));
      } catch (IOException stopped) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Map<String, String> headers = headers(in);
        char[] body = new char[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
        for (int read = 0; read < body.length; ) {
          read += in.read(body, read, body.length - read);
        }
        requests.incrementAndGet();
        if (!answer(connection, line.split(" "), headers)) {
          return;
        }
      }
    } catch (IOException clientGone) {
      Thread.onSpinWait();
    }
  }

  private static Map<String, String> headers(BufferedReader in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      String[] parts = line.split(": ", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    return headers;
  }

  /** Whether the connection stays open. */
  private boolean answer(Socket client, String[] line, Map<String, String> headers)
      throws IOException {
    String[] target = line[1].split("\\?", 2);
    String query = target.length == 2 ? target[1] : null;
    String[] path = target[0].substring(1).split("/");
    return switch (path[0]) {
      case "status" -> send(client, path[1] + " X\r\nRetry-After: 1", "{}");
      case "problem" -> send(client, path[1] + " X", "application/problem+json", "{}");
      case "garbage" -> send(client, "200 OK", "<html>");
      case "cut" -> {
        send(client, "200 OK\r\nContent-Type: application/json", "{\"request_id\":", 1000);
        yield false;
      }
      case "silent" -> {
        client.getInputStream().read();
        yield false;
      }
      case "drip" -> {
        send(client, "200 OK\r\nContent-Type: application/json", "{", 1000);
        drip(client);
        yield false;
      }
      case "drip-headers" -> {
        client
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\nX-Drip: ".getBytes(StandardCharsets.UTF_8));
        drip(client);
        yield false;
      }
      case "late" -> {
        await().pollDelay(Duration.ofMillis(900)).until(() -> true);
        yield send(
            client, "200 OK\r\nContent-Type: application/json", seen(line[2], query, headers));
      }
      case "hangup" -> false;
      case "dropped-once" ->
          named.computeIfAbsent(path[1], name -> new AtomicInteger()).incrementAndGet() != 2
              && send(client, "200 OK", seen(line[2], query, headers));
      default -> send(client, "200 OK", seen(line[2], query, headers));
    };
  }

  /** A space every 50 ms for 15 s, unless the client goes. */
  private static void drip(Socket client) throws IOException {
    for (int i = 0; i < 300; i++) {
      client.getOutputStream().write(' ');
      client.getOutputStream().flush();
      LockSupport.parkNanos(50_000_000);
    }
  }

  private static String seen(String protocol, @Nullable String query, Map<String, String> headers) {
    return """
    {"protocol":%s,"query":%s,"request_id":%s,"authorization":%s,"language":%s,"deadline":%s,\
    "under_way":%s}\
    """
        .formatted(
            json(protocol),
            json(query),
            json(headers.get("x-request-id")),
            json(headers.get("authorization")),
            json(headers.get("accept-language")),
            headers.get("salesync-deadline"),
            headers.get("salesync-under-way"));
  }

  private static String json(@Nullable String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }

  private static boolean send(Socket client, String status, String body) throws IOException {
    return send(client, status, "application/json", body);
  }

  private static boolean send(Socket client, String status, String type, String body)
      throws IOException {
    return send(client, status + "\r\nContent-Type: " + type, body, body.length());
  }

  private static boolean send(Socket client, String head, String body, int length)
      throws IOException {
    String answer = "HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s".formatted(head, length, body);
    client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    client.getOutputStream().flush();
    return true;
  }
}

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * Speaks as much of the SNS query protocol as {@code Publish} to a phone number needs, for
 * docker-compose and the dev cluster. {@code GET /} lists the last 100 texts, so that a developer
 * sees what would have been sent.
 */
final class SnsStub {

  private static final int KEPT = 100;
  private static final Deque<Map<String, String>> INBOX = new ArrayDeque<>();

  private SnsStub() {}

  public static void main(String... args) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", SnsStub::handle);
    server.start();
  }

  private static void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST")) {
        publish(exchange);
      } else {
        answer(exchange, 200, "text/plain; charset=utf-8", inbox());
      }
    }
  }

  private static void publish(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        form(new String(exchange.getRequestBody().readNBytes(65_536), StandardCharsets.UTF_8));
    if (!"Publish".equals(form.get("Action")) || form.getOrDefault("PhoneNumber", "").isBlank()) {
      answer(
          exchange,
          400,
          "text/xml",
          "<ErrorResponse><Error><Type>Sender</Type><Code>InvalidParameter</Code><Message>Only"
              + " Publish to a PhoneNumber is known here</Message></Error></ErrorResponse>");
      return;
    }
    synchronized (INBOX) {
      INBOX.addFirst(form);
      if (INBOX.size() > KEPT) {
        INBOX.removeLast();
      }
    }
    answer(
        exchange,
        200,
        "text/xml",
        "<PublishResponse"
            + " xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>"
            + UUID.randomUUID()
            + "</MessageId></PublishResult><ResponseMetadata><RequestId>"
            + UUID.randomUUID()
            + "</RequestId></ResponseMetadata></PublishResponse>");
  }

  private static String inbox() {
    StringBuilder text = new StringBuilder();
    synchronized (INBOX) {
      INBOX.forEach(
          sms ->
              text.append(sms.get("PhoneNumber"))
                  .append("  ")
                  .append(sms.get("Message"))
                  .append('\n'));
    }
    return text.isEmpty() ? "No text has been sent yet.\n" : text.toString();
  }

  private static Map<String, String> form(String body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}

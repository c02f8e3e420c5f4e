package com.salesync.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A client of the gateway under test. The JDK's, since the test client of Spring would repeat a
 * refused call and unpack answers by itself.
 */
abstract class AtTheGateway {

  static {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  protected static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** One of each kind: routed, composed, own, failing early, failing late, unknown. */
  protected static final List<String> EVERY_KIND_OF_PATH =
      List.of("/orders", "/bff/costs", "/health", "/docs", "/", "/orders?q=%00", "/nowhere");

  protected static final String PUBLIC_URL = "https://api.salesync.example";

  protected final int port;

  AtTheGateway(int port) {
    this.port = port;
  }

  @DynamicPropertySource
  static void backends(DynamicPropertyRegistry properties) {
    Backends.register(properties);
    properties.add("PUBLIC_URL", () -> PUBLIC_URL);
    properties.add("salesync.consulting-events.poll", () -> "50ms");
    properties.add("salesync.consulting-events.heartbeat", () -> "300ms");
    properties.add("salesync.consulting-events.max-duration", () -> "4s");
    properties.add("salesync.consulting-events.per-store", () -> "2");
  }

  @BeforeEach
  void forgetEarlierTests() {
    Backends.reset();
  }

  protected Reply send(HttpMethod method, String uri, String... headers) {
    return send(method, uri, null, headers);
  }

  protected Reply get(String uri, String... headers) {
    return send(HttpMethod.GET, uri, null, headers);
  }

  /** Headers are names and values in turn. */
  protected Reply send(HttpMethod method, String uri, byte @Nullable [] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + uri))
            .method(
                method.name(),
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    for (int index = 0; index < headers.length; index += 2) {
      request.header(headers[index], headers[index + 1]);
    }
    try {
      return new Reply(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  protected record Reply(HttpResponse<byte[]> response) {

    int status() {
      return response.statusCode();
    }

    List<String> names() {
      return List.copyOf(response.headers().map().keySet());
    }

    List<String> all(String header) {
      return response.headers().allValues(header);
    }

    @Nullable String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    String body() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }
  }
}

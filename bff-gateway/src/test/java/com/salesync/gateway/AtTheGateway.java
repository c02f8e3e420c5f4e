package com.salesync.gateway;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A client of the gateway under test. */
abstract class AtTheGateway {

  protected final RestTestClient client;

  AtTheGateway(RestTestClient client) {
    this.client = client;
  }

  @DynamicPropertySource
  static void backends(DynamicPropertyRegistry properties) {
    Backends.register(properties);
    properties.add("salesync.routes.slow-read-timeout", () -> "4s");
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
  protected Reply send(HttpMethod method, String uri, byte[] body, String... headers) {
    RestTestClient.RequestBodySpec request = client.method(method).uri(java.net.URI.create(uri));
    for (int index = 0; index < headers.length; index += 2) {
      request.header(headers[index], headers[index + 1]);
    }
    if (body != null) {
      request.body(body);
    }
    return new Reply(request.exchange().expectBody().returnResult());
  }

  /** What came back. */
  protected record Reply(EntityExchangeResult<byte[]> result) {

    int status() {
      return result.getStatus().value();
    }

    HttpHeaders headers() {
      return result.getResponseHeaders();
    }

    List<String> all(String header) {
      return headers().getOrDefault(header, List.of());
    }

    String header(String name) {
      return headers().getFirst(name);
    }

    String body() {
      byte[] body = result.getResponseBody();
      return body == null ? "" : new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}

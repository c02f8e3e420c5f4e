package com.salesync.consulting;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.salesync.common.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A shop's client of consulting. */
record Till(RestTestClient client, long storeId, String token) {

  static Till of(RestTestClient client) {
    long store = TestTokens.newStore();
    return new Till(client, store, TestTokens.bearer(store));
  }

  Answer get(String uri) {
    return call(HttpMethod.GET, uri, null);
  }

  /** Asks for advice on days that sold something. */
  String ask() {
    return ask("?start=2026-03-01&end=2026-03-03");
  }

  String ask(String period) {
    Answer answer = get("/consulting/" + period);
    if (answer.status() != 200) {
      throw new AssertionError(answer.text());
    }
    return answer.read("$.req_id");
  }

  Answer progress(String request) {
    return get("/consulting/" + request);
  }

  /** How a request ended, once it has. */
  Answer end(String request) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> progress(request), answer -> !answer.text().contains("not completed"));
  }

  Answer post(String uri, String body, String... headers) {
    return call(HttpMethod.POST, uri, body, headers);
  }

  Answer call(HttpMethod method, String uri, @Nullable String body, String... headers) {
    RestTestClient.RequestBodySpec request =
        client.method(method).uri(uri).header("Authorization", token);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    return new Answer(request.exchange().expectBody().returnResult());
  }

  /** An answer read as JSON. */
  record Answer(EntityExchangeResult<byte[]> exchange) {

    int status() {
      return exchange.getStatus().value();
    }

    String text() {
      byte[] body = exchange.getResponseBody();
      return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    DocumentContext json() {
      return JsonPath.parse(text());
    }

    <T> T read(String path) {
      return json().read(path);
    }

    long number(String path) {
      return ((Number) json().read(path)).longValue();
    }
  }
}

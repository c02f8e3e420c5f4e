package com.salesync.dashboard;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.salesync.common.test.TestTokens;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A shop's client of the dashboard. */
record Till(RestTestClient client, long storeId, String token) {

  static Till of(RestTestClient client) {
    long store = TestTokens.newStore();
    return new Till(client, store, TestTokens.bearer(store));
  }

  Answer get(String uri) {
    return call(HttpMethod.GET, uri, null);
  }

  Answer post(String uri, String body, String... headers) {
    return call(HttpMethod.POST, uri, body, headers);
  }

  Answer put(String uri, String body) {
    return call(HttpMethod.PUT, uri, body);
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

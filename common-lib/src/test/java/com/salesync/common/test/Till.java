package com.salesync.common.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A shop's client of the service under test. */
public class Till {

  private final RestTestClient client;
  private final long storeId;
  private final String token;

  /**
   * @param token the {@code Authorization} header of every call
   */
  public Till(RestTestClient client, long storeId, String token) {
    this.client = client;
    this.storeId = storeId;
    this.token = token;
  }

  /** Of a shop no other test uses. */
  public static Till of(RestTestClient client) {
    long store = TestTokens.newStore();
    return new Till(client, store, TestTokens.bearer(store));
  }

  public long storeId() {
    return storeId;
  }

  public String token() {
    return token;
  }

  public Answer get(String uri) {
    return call(HttpMethod.GET, uri, null);
  }

  public Answer post(String uri, String body, String... headers) {
    return call(HttpMethod.POST, uri, body, headers);
  }

  public Answer put(String uri, String body) {
    return call(HttpMethod.PUT, uri, body);
  }

  /**
   * @param headers names and values in turn
   */
  public Answer call(HttpMethod method, String uri, @Nullable String body, String... headers) {
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
  public record Answer(EntityExchangeResult<byte[]> exchange) {

    public int status() {
      return exchange.getStatus().value();
    }

    public String text() {
      byte[] body = exchange.getResponseBody();
      return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    public DocumentContext json() {
      return JsonPath.parse(text());
    }

    /**
     * Says with when to try again that a write has failed.
     *
     * @param expected 503 if nothing was done, 504 if nobody knows
     */
    public void assertFailed(int expected) {
      assertThat(status()).as(text()).isEqualTo(expected);
      assertThat(exchange.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
      assertThat(this.<String>read("$.code").equals("OUTCOME_UNKNOWN")).isEqualTo(expected == 504);
    }

    public <T> T read(String path) {
      return json().read(path);
    }

    public long number(String path) {
      return ((Number) json().read(path)).longValue();
    }
  }
}

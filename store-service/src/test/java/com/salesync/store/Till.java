package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** Calls store-service as the gateway does for a client, from an address of its own. */
final class Till {

  static final String PASSWORD = "한 그릇 더 주세요 77";

  private static final JsonMapper JSON = new JsonMapper();

  private final RestTestClient client;
  private final String address;
  private final @Nullable String token;

  private Till(RestTestClient client, String address, @Nullable String token) {
    this.client = client;
    this.address = address;
    this.token = token;
  }

  /** A till somewhere no other test calls from. */
  static Till somewhere(RestTestClient client) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new Till(
        client,
        "203.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256)),
        null);
  }

  Till with(String accessToken) {
    return new Till(client, address, "Bearer " + accessToken);
  }

  Till withAuthorization(String header) {
    return new Till(client, address, header);
  }

  String address() {
    return address;
  }

  /** The same till, asking another replica. */
  Till through(RestTestClient other) {
    return new Till(other, address, token);
  }

  static String newUsername() {
    return "shop-" + UUID.randomUUID().toString().substring(0, 13);
  }

  static Map<String, Object> form(String username) {
    return new HashMap<>(
        Map.of(
            "username", username,
            "password", PASSWORD,
            "owner_name", "김사장",
            "phone", "010-1234-5678",
            "store_name", "피자 나라",
            "address", "서울시 중구 세종대로 110",
            "store_type", "restaurant"));
  }

  Answer signUp(String username) {
    return post("/stores", form(username));
  }

  /** Signs a new store up and goes on with its token. */
  Till signedUp() {
    return signedUp(newUsername());
  }

  Till signedUp(String username) {
    Answer answer = signUp(username).is(201);
    return with(answer.body().path("token").path("access_token").asString());
  }

  Answer logIn(String username, String password) {
    return post("/stores/login", Map.of("username", username, "password", password));
  }

  Till loggedIn(String username) {
    return with(logIn(username, PASSWORD).is(200).text("access_token"));
  }

  long storeId() {
    return get("/stores").is(200).body().path("store").path("store_id").asLong();
  }

  /** Shows that who holds this till knows the password. */
  Till confirmed() {
    return confirmed(PASSWORD);
  }

  Till confirmed(String password) {
    Answer answer = post("/stores/pwcheck", Map.of("password", password)).is(200);
    assertThat(answer.text("result")).isEqualTo("success");
    return this;
  }

  /** Closes the store of this till's token. */
  long closed() {
    long id = storeId();
    confirmed().delete("/stores/" + id).is(200);
    return id;
  }

  Answer get(String uri, String... headers) {
    return call(HttpMethod.GET, uri, null, headers);
  }

  Answer post(String uri, @Nullable Object body, String... headers) {
    return call(HttpMethod.POST, uri, body, headers);
  }

  Answer put(String uri, @Nullable Object body, String... headers) {
    return call(HttpMethod.PUT, uri, body, headers);
  }

  Answer delete(String uri) {
    return call(HttpMethod.DELETE, uri, null);
  }

  /**
   * Calls with a body that is written as JSON unless it is text already.
   *
   * @param headers names and values in turn
   */
  Answer call(HttpMethod method, String uri, @Nullable Object body, String... headers) {
    RestTestClient.RequestBodySpec request = client.method(method).uri(uri);
    request.header("X-Forwarded-For", address);
    if (token != null) {
      request.header(HttpHeaders.AUTHORIZATION, token);
    }
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON);
      request.body(body instanceof String text ? text : JSON.writeValueAsString(body));
    }
    for (int i = 0; i < headers.length; i += 2) {
      String name = headers[i];
      String value = headers[i + 1];
      request.headers(all -> all.set(name, value));
    }
    EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
    byte[] bytes = result.getResponseBody();
    String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    return new Answer(
        result.getStatus().value(),
        result.getResponseHeaders(),
        JSON.readTree(text.isEmpty() ? "{}" : text));
  }
}

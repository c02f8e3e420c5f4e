package com.salesync.localstack.demo;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.salesync.localstack.process.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Speaks to the gateway as a till does. */
final class Till {

  /**
   * What the gateway answered.
   *
   * @param body empty when there was none
   */
  record Answer(int status, JsonObject body) {

    boolean isSuccess() {
      return status / 100 == 2;
    }

    /** In the gateway's words where it has some for a person. */
    String reason() {
      return body.has("message") && !body.has("errors")
          ? body.get("message").getAsString()
          : body.toString();
    }
  }

  private static final class ComeBackLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ComeBackLater(String message) {
      super(message);
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Gson gson = new Gson();
  private final String gateway;
  private final String token;

  /**
   * @param token empty before the shop has logged in
   */
  Till(String gateway, String token) {
    this.gateway = gateway;
    this.token = token;
  }

  Till with(String newToken) {
    return new Till(gateway, newToken);
  }

  String token() {
    return token;
  }

  String address(String path) {
    return gateway + path;
  }

  /** The same call for a person, whose shell knows the token as {@code TOKEN}. */
  String curl(String path) {
    return "curl -s -H \"Authorization: Bearer $TOKEN\" '%s'".formatted(address(path));
  }

  /**
   * Makes several calls, again from the first one while a service asks to come back later; they
   * must bear that.
   */
  static <T> T patiently(Supplier<T> calls) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        return calls.get();
      } catch (ComeBackLater e) {
        if (Instant.now().isAfter(deadline)) {
          throw new StackFailure(e.getMessage() + " See ./salesync status.", e);
        }
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      }
    }
  }

  JsonObject get(String path) {
    return require("GET " + path, tryGet(path));
  }

  JsonObject post(String path, Map<String, ?> body) {
    return require("POST " + path, tryPost(path, body));
  }

  /** Has one effect, however often it is called with this key. */
  JsonObject postOnce(String key, String path, Map<String, ?> body) {
    return require("POST " + path, send(postRequest(path, body).header("Idempotency-Key", key)));
  }

  /** For calls whose refusal is an answer too. */
  Answer tryGet(String path) {
    return send(request(path).GET());
  }

  /** For calls whose refusal is an answer too. */
  Answer tryPost(String path, Map<String, ?> body) {
    return send(postRequest(path, body));
  }

  private HttpRequest.Builder postRequest(String path, Map<String, ?> body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(gson.toJson(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address(path))).timeout(PATIENCE);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      JsonObject body = gson.fromJson(response.body(), JsonObject.class);
      if (isWorthWaiting(response)) {
        throw new ComeBackLater("The gateway answers %d.".formatted(response.statusCode()));
      }
      return new Answer(
          response.statusCode(), Objects.requireNonNullElseGet(body, JsonObject::new));
    } catch (IOException e) {
      throw new StackFailure("The gateway at " + gateway + " does not answer: " + e, e);
    } catch (JsonParseException e) {
      throw new StackFailure("The gateway at " + gateway + " does not speak JSON.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted.", e);
    }
  }

  /** A day's share that is used up is asked back for tomorrow: then the refusal is the answer. */
  private static boolean isWorthWaiting(HttpResponse<?> response) {
    return (response.statusCode() == 503 || response.statusCode() == 429)
        && response.headers().firstValueAsLong("Retry-After").orElse(0) <= PATIENCE.toSeconds();
  }

  private static JsonObject require(String call, Answer answer) {
    if (!answer.isSuccess()) {
      throw new StackFailure(
          "%s was refused with %d: %s".formatted(call, answer.status(), answer.reason()));
    }
    return answer.body();
  }
}

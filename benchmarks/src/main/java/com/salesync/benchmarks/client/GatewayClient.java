package com.salesync.benchmarks.client;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
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
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Speaks JSON to the gateway as a till does; many threads may share one. */
public final class GatewayClient {

  private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);
  private static final Gson JSON = new Gson();

  private final HttpClient http;
  private final URI gateway;
  private final @Nullable String token;
  private final Duration retryFor;

  private GatewayClient(HttpClient http, URI gateway, @Nullable String token, Duration retryFor) {
    this.http = http;
    this.gateway = gateway;
    this.token = token;
    this.retryFor = retryFor;
  }

  /** Without a token and without retries. */
  public static GatewayClient at(URI gateway) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(READ_TIMEOUT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    return new GatewayClient(http, gateway, null, Duration.ZERO);
  }

  public GatewayClient withToken(String accessToken) {
    return new GatewayClient(http, gateway, accessToken, retryFor);
  }

  /**
   * Repeats a call answered with 429 or 503 as long as {@code limit}, unless it is asked to come
   * back later than that. Both promise that nothing was half-done.
   */
  public GatewayClient retryingFor(Duration limit) {
    return new GatewayClient(http, gateway, token, limit);
  }

  /** Empty before the shop has logged in. */
  public String token() {
    return Objects.requireNonNullElse(token, "");
  }

  public String address(String path) {
    return gateway.resolve(path).toString();
  }

  /** The same call for a person, whose shell knows the token as {@code TOKEN}. */
  public String curl(String path) {
    return "curl -s -H \"Authorization: Bearer $TOKEN\" '%s'".formatted(address(path));
  }

  /**
   * The body of a success.
   *
   * @throws UnexpectedAnswer when it is anything else
   */
  public JsonObject get(String path) {
    return requireSuccess("GET " + path, tryGet(path));
  }

  /**
   * The body of a success.
   *
   * @throws UnexpectedAnswer when it is anything else
   */
  public JsonObject post(String path, Map<String, ?> body) {
    return requireSuccess("POST " + path, tryPost(path, body));
  }

  /** Has one effect, however often it is called with this key. */
  public JsonObject postOnce(String key, String path, Map<String, ?> body) {
    return requireSuccess(
        "POST " + path, send(postRequest(path, body).header("Idempotency-Key", key).build()));
  }

  /** For calls whose refusal is an answer too. */
  public Answer tryGet(String path) {
    return send(request(path).GET().build());
  }

  /** For calls whose refusal is an answer too. */
  public Answer tryPost(String path, Map<String, ?> body) {
    return send(postRequest(path, body).build());
  }

  private HttpRequest.Builder postRequest(String path, Map<String, ?> body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JSON.toJson(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(path)).timeout(READ_TIMEOUT);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest request) {
    Instant deadline = Instant.now().plus(retryFor);
    HttpResponse<String> response = sendOnce(request);
    while (isWorthRetrying(response) && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(RETRY_INTERVAL.toNanos());
      response = sendOnce(request);
    }
    try {
      JsonObject body = JSON.fromJson(response.body(), JsonObject.class);
      return new Answer(
          response.statusCode(), Objects.requireNonNullElseGet(body, JsonObject::new));
    } catch (JsonParseException e) {
      throw new UnexpectedAnswer(call(request) + " got no JSON: " + response.body(), e);
    }
  }

  private HttpResponse<String> sendOnce(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UnexpectedAnswer(call(request) + " got no answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnexpectedAnswer(call(request) + " was interrupted", e);
    }
  }

  /** A day's quota that is used up is available again tomorrow: then the refusal is the answer. */
  private boolean isWorthRetrying(HttpResponse<?> response) {
    return (response.statusCode() == 503 || response.statusCode() == 429)
        && response.headers().firstValueAsLong("Retry-After").orElse(0) <= retryFor.toSeconds();
  }

  private static JsonObject requireSuccess(String call, Answer answer) {
    if (!answer.isSuccess() || (answer.body().has("result") && !answer.hasResult("success"))) {
      throw new UnexpectedAnswer(
          "%s was refused with %d: %s".formatted(call, answer.status(), answer.reason()));
    }
    return answer.body();
  }

  private static String call(HttpRequest request) {
    return request.method() + " " + request.uri().getRawPath();
  }
}

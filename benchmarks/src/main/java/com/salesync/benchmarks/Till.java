package com.salesync.benchmarks;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Calls the gateway; whatever is not a success is an {@link UnexpectedAnswer}. */
final class Till {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonPrimitive SUCCESS = new JsonPrimitive("success");
  private static final Gson JSON = new Gson();

  private final HttpClient http;
  private final URI gateway;
  private final @Nullable String token;

  private Till(HttpClient http, URI gateway, @Nullable String token) {
    this.http = http;
    this.gateway = gateway;
    this.token = token;
  }

  /** For who has not logged in. */
  static Till at(URI gateway) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    return new Till(http, gateway, null);
  }

  Till with(String otherToken) {
    return new Till(http, gateway, otherToken);
  }

  JsonObject get(String path) {
    return send(path, request(path).GET().build());
  }

  JsonObject post(String path, Map<String, ?> body) {
    return send(
        path,
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.toJson(body)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonObject send(String path, HttpRequest request) {
    String call = request.method() + " " + path;
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      JsonObject body = JSON.fromJson(response.body(), JsonObject.class);
      if (response.statusCode() / 100 != 2
          || (body.has("result") && !body.get("result").equals(SUCCESS))) {
        throw new UnexpectedAnswer(
            "%s got %d: %s".formatted(call, response.statusCode(), response.body()));
      }
      return body;
    } catch (IOException | JsonParseException e) {
      throw new UnexpectedAnswer(call + " got no answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnexpectedAnswer(call + " was interrupted", e);
    }
  }
}

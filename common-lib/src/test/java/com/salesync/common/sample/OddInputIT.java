package com.salesync.common.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every service tells those who send something it cannot read or take. */
@ServiceTest
class OddInputIT {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final long store = TestTokens.newStore();

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/*",
        "*",
        "application/*+json",
        "application",
        "text/plain",
        "application/json;charset=none",
        ";;"
      })
  void refusesContentItCannotRead(String contentType) throws Exception {
    HttpRequest.Builder write = request("/samples").header("Content-Type", contentType);
    for (String method : List.of("POST", "PUT", "DELETE")) {
      HttpResponse<String> answer =
          client.send(
              write.method(method, BodyPublishers.ofString("{}")).build(), BodyHandlers.ofString());
      if (method.equals("POST") || !contentType.equals("text/plain")) {
        assertProblem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
      }
    }
  }

  @Test
  void tellsAShopkeeperWhatIsWrong() throws Exception {
    JsonNode errors =
        JSON.readTree(post("/samples", "{\"some_text\":\" \"}").body()).path("errors");
    assertThat(errors.values())
        .extracting(
            error -> error.path("field").asString(), error -> error.path("message").asString())
        .containsExactlyInAnyOrder(tuple("whole", "필수 값입니다."), tuple("some_text", "필수 값입니다."));
    assertThat(get("/numbers?limit=1001").body()).contains("\"message\":\"1000 이하여야 합니다.\"");
    assertThat(get("/numbers?limit=0", "Accept-Language", "en").body())
        .contains("\"message\":\"This must be 1 or more.\"");
  }

  @Test
  void refusesTextThatIsNone() throws Exception {
    assertThat(post("/samples", "{\"whole\":1,\"some_text\":\"a\\ud800b\"}").body())
        .contains("\"status\":400", "\"field\":\"some_text\"");
    assertProblem(
        send(
            "/samples",
            BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xed, (byte) 0xa0, '"'})),
        400,
        "MALFORMED_BODY");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .get()
        .asString()
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"", "\"result\":\"failed\"");
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return send(path, BodyPublishers.ofString(json));
  }

  private HttpResponse<String> send(String path, BodyPublisher body)
      throws IOException, InterruptedException {
    return client.send(
        request(path).header("Content-Type", "application/json").POST(body).build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", TestTokens.bearer(store));
  }
}

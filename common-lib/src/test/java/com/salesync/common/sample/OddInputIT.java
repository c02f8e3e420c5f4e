package com.salesync.common.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
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

  private final long store = TestTokens.newStore();

  private EdgeCalls calls;

  @BeforeEach
  void call(@LocalServerPort int port) {
    calls = new EdgeCalls(port, store);
  }

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
    HttpRequest.Builder write = calls.request("/samples").header("Content-Type", contentType);
    for (String method : List.of("POST", "PUT", "DELETE")) {
      HttpResponse<String> answer =
          calls.send(write.method(method, BodyPublishers.ofString("{}")).build());
      if (method.equals("POST") || !contentType.equals("text/plain")) {
        EdgeCalls.assertProblem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data;boundary=a",
        "application/x-www-form-urlencoded"
      })
  void readsNoForms(String contentType) throws Exception {
    HttpRequest.Builder form = calls.request("/samples").header("Content-Type", contentType);
    EdgeCalls.assertProblem(
        calls.send(form.POST(BodyPublishers.ofString("{}")).build()),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
    assertThat(calls.send(form.PUT(BodyPublishers.ofString("a=%zz")).build()).statusCode())
        .isIn(405, 415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/tenant?=", "/tenant?=1", "/numbers?limit=1&=&cursor=", "/samples/1?=%00"})
  void refusesParametersWithoutAName(String uri) throws Exception {
    EdgeCalls.assertProblem(calls.get(uri), 400, "BAD_REQUEST");
  }

  @Test
  void tellsAShopkeeperWhatIsWrong() throws Exception {
    JsonNode errors =
        JSON.readTree(calls.post("/samples", "{\"some_text\":\" \"}").body()).path("errors");
    assertThat(errors.values())
        .extracting(
            error -> error.path("field").asString(), error -> error.path("message").asString())
        .containsExactlyInAnyOrder(tuple("whole", "필수 값입니다."), tuple("some_text", "필수 값입니다."));
    assertThat(calls.get("/numbers?limit=1001").body()).contains("\"message\":\"1000 이하여야 합니다.\"");
    assertThat(calls.get("/numbers?limit=0", "Accept-Language", "en").body())
        .contains("\"message\":\"This must be 1 or more.\"");
  }

  @Test
  void refusesTextThatIsNone() throws Exception {
    assertThat(calls.post("/samples", "{\"whole\":1,\"some_text\":\"a\\ud800b\"}").body())
        .contains("\"status\":400", "\"field\":\"some_text\"");
    EdgeCalls.assertProblem(
        calls.send(
            "/samples",
            BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xed, (byte) 0xa0, '"'})),
        400,
        "MALFORMED_BODY");
  }
}

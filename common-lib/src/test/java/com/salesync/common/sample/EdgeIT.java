package com.salesync.common.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every service does with a request before and after its controllers. */
@ServiceTest
class EdgeIT {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final long store = TestTokens.newStore();

  @LocalServerPort private int port;

  @Test
  void answersWithAndWithoutATrailingSlash() throws Exception {
    assertThat(get("/tenant").statusCode()).isEqualTo(200);
    assertThat(get("/tenant/").statusCode()).isEqualTo(200);
    assertThat(post("/samples/", "{\"whole\":1,\"some_text\":\"a\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesAnAnnouncedBodyThatIsTooLarge() throws Exception {
    assertTooLarge(post("/samples", json(70_000)));
    assertTooLarge(post("/samples", json(1_500_000)));
  }

  @Test
  void refusesAStreamedBodyThatIsTooLarge() throws Exception {
    byte[] body = json(70_000).getBytes(StandardCharsets.UTF_8);

    assertTooLarge(send("/samples", BodyPublishers.ofInputStream(() -> slow(body))));
  }

  @Test
  void acceptsABodyUpToTheLimit() throws Exception {
    assertThat(post("/samples", json(60_000)).statusCode()).isEqualTo(200);
  }

  @Test
  void givesEveryRequestAnIdAndKeepsAGoodOne() throws Exception {
    assertThat(get("/tenant").headers().firstValue("X-Request-Id")).get().asString().hasSize(36);
    assertThat(get("/nowhere", "X-Request-Id", "till-7.a_B").headers().firstValue("X-Request-Id"))
        .hasValue("till-7.a_B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "a\"b", "<script>"})
  void replacesARequestIdThatCouldForgeALog(String forged) throws Exception {
    assertThat(get("/tenant", "X-Request-Id", forged).headers().firstValue("X-Request-Id"))
        .get()
        .asString()
        .hasSize(36);
  }

  @Test
  void explainsItselfInKoreanUnlessEnglishIsAskedFor() throws Exception {
    assertThat(get("/samples/7").body())
        .contains(
            "\"code\":\"SAMPLE_NOT_FOUND\"",
            "\"result\":\"failed\"",
            "\"message\":\"존재하지 않는 표본 : 7\"",
            "\"detail\":\"존재하지 않는 표본 : 7\"",
            "\"instance\":\"/samples/7\"",
            "\"title\":\"Not Found\"",
            "\"status\":404",
            "\"sample_id\":7");
    assertThat(get("/samples/7", "Accept-Language", "en-GB,en;q=0.8").body())
        .contains("\"message\":\"There is no sample 7.\"");
    assertThat(get("/samples/7", "Accept-Language", "fr").body()).contains("존재하지 않는 표본");
    assertThat(get("/samples/1", "Accept-Language", "en").body()).contains("Sample found");
  }

  @Test
  void answersOutagesOfTheDatabaseWith503() throws Exception {
    for (String how :
        new String[] {
          "unreachable", "shutdown", "deadlock", "lock-timeout", "statement-timeout", "idle-timeout"
        }) {
      HttpResponse<String> answer = get("/fails/" + how);
      assertThat(answer.statusCode()).as(how).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.body()).contains("DATABASE_UNAVAILABLE").doesNotContain("secret");
    }
  }

  @Test
  void tellsNothingOfAnUnexpectedFailure() throws Exception {
    for (String how : new String[] {"wrong", "otherwise"}) {
      HttpResponse<String> answer = get("/fails/" + how);
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body())
          .contains("\"code\":\"INTERNAL_ERROR\"")
          .doesNotContain("secret", "Exception");
    }
  }

  @Test
  void namesTheFieldsAtFaultInTheContractsSpelling() throws Exception {
    assertThat(post("/samples", "{}").body())
        .contains("\"field\":\"whole\"", "\"field\":\"some_text\"");
    assertThat(post("/samples", "{\"parts\":[{},{\"part_no\":1.5}]}").body())
        .contains("\"field\":\"parts[1].part_no\"")
        .doesNotContain("Exception", "Cannot deserialize");
    assertThat(get("/days?start=2026-01-01").body()).contains("\"field\":\"end\"");
    assertThat(get("/days?start=2026-13-01&end=2026-01-01").body()).contains("\"field\":\"start\"");
    assertThat(get("/headed").body()).contains("\"field\":\"X-Needed\"");
  }

  @Test
  void answersAListPageByPage() throws Exception {
    String first = get("/numbers?limit=2").body();

    assertThat(first).startsWith("{\"entries\":[1,2],\"next_cursor\":\"");
    String cursor = first.replaceFirst(".*next_cursor\":\"", "").replaceFirst("\".*", "");
    assertThat(get("/numbers?limit=2&cursor=").body()).isEqualTo(get("/numbers?limit=2").body());
    assertThat(get("/numbers?limit=3&cursor=" + cursor).body()).contains("[3,4,5]", "null");
    for (String query : new String[] {"limit=0", "limit=1001", "limit=x", "cursor=*"}) {
      HttpResponse<String> refused = get("/numbers?" + query);
      assertThat(refused.statusCode()).as(query).isEqualTo(400);
      assertThat(refused.body())
          .contains("VALIDATION_FAILED", "\"field\":\"" + query.split("=")[0] + "\"");
    }
  }

  @Test
  void handsAControllerWhatCallsForTheUserRepeat() throws Exception {
    assertThat(get("/user", "Accept-Language", "en").body())
        .contains("\"authorization\":\"Bearer ", "\"accept_language\":\"en\"");
  }

  @Test
  void refusesUnreadableBodies() throws Exception {
    for (String body : new String[] {"", "{", "nonsense", "[]", "{\"whole\":1,\"whole\":1}"}) {
      HttpResponse<String> answer = post("/samples", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.body()).contains("\"result\":\"failed\"");
    }
  }

  @Test
  void answersWithProblemsWhereNoControllerIsReached() throws Exception {
    assertProblem(get("/nowhere"), 404, "NOT_FOUND");
    assertProblem(get("/services"), 405, "METHOD_NOT_ALLOWED");
    assertProblem(get("/tenant?store_id=%00"), 400, "BAD_REQUEST");
    assertProblem(get("/tenant;a=b"), 400, "BAD_REQUEST");
    assertProblem(get("/samples/%2e%2e/tenant"), 400, "BAD_REQUEST");
  }

  @Test
  void answersWithAProblemWhatTomcatItselfRefuses() throws Exception {
    String answer = raw("GET /samples?a={b} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "\"code\":\"BAD_REQUEST\"")
        .doesNotContain("<html", "Tomcat");
  }

  @Test
  void refusesAnotherStoresIdInQueryAndBody() throws Exception {
    assertProblem(get("/tenant?store_id=" + (store + 1)), 403, "STORE_MISMATCH");
    assertProblem(get("/tenant?store_id=x"), 403, "STORE_MISMATCH");
    assertThat(get("/tenant?store_id=" + store).statusCode()).isEqualTo(200);
    String body = "{\"store_id\":%d,\"whole\":1,\"some_text\":\"a\"}";
    assertProblem(post("/samples", body.formatted(store + 1)), 403, "STORE_MISMATCH");
    assertThat(post("/samples", body.formatted(store)).statusCode()).isEqualTo(200);
  }

  private static void assertTooLarge(HttpResponse<String> answer) {
    assertProblem(answer, 413, "CONTENT_TOO_LARGE");
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

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String json(int length) {
    return "{\"whole\":1,\"some_text\":\"" + "a".repeat(length) + "\"}";
  }

  /** Of unknown length, so that it is sent in chunks. */
  private static InputStream slow(byte[] body) {
    return new ByteArrayInputStream(body);
  }
}

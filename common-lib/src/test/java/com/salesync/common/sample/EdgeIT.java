package com.salesync.common.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every service does with a request before and after its controllers. */
@ServiceTest
class EdgeIT {

  private final long store = TestTokens.newStore();

  private EdgeCalls calls;

  @BeforeEach
  void call(@LocalServerPort int port) {
    calls = new EdgeCalls(port, store);
  }

  @Test
  void answersWithAndWithoutATrailingSlash() throws Exception {
    assertThat(calls.get("/tenant").statusCode()).isEqualTo(200);
    assertThat(calls.get("/tenant/").statusCode()).isEqualTo(200);
    assertThat(calls.post("/samples/", "{\"whole\":1,\"some_text\":\"a\"}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void refusesAnAnnouncedBodyThatIsTooLarge() throws Exception {
    assertTooLarge(calls.post("/samples", json(70_000)));
    assertTooLarge(calls.post("/samples", json(1_500_000)));
  }

  @Test
  void refusesAStreamedBodyThatIsTooLarge() throws Exception {
    byte[] body = json(70_000).getBytes(StandardCharsets.UTF_8);

    assertTooLarge(calls.send("/samples", BodyPublishers.ofInputStream(() -> slow(body))));
  }

  @Test
  void acceptsABodyUpToTheLimit() throws Exception {
    assertThat(calls.post("/samples", json(60_000)).statusCode()).isEqualTo(200);
  }

  @Test
  void givesEveryRequestAnIdAndKeepsAGoodOne() throws Exception {
    assertThat(calls.get("/tenant").headers().firstValue("X-Request-Id"))
        .get()
        .asString()
        .hasSize(36);
    assertThat(
            calls
                .get("/nowhere", "X-Request-Id", "till-7.a_B")
                .headers()
                .firstValue("X-Request-Id"))
        .hasValue("till-7.a_B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "a\"b", "<script>"})
  void replacesARequestIdThatCouldForgeALog(String forged) throws Exception {
    assertThat(calls.get("/tenant", "X-Request-Id", forged).headers().firstValue("X-Request-Id"))
        .get()
        .asString()
        .hasSize(36);
  }

  @Test
  void explainsItselfInKoreanUnlessEnglishIsAskedFor() throws Exception {
    assertThat(calls.get("/samples/7").body())
        .contains(
            "\"code\":\"SAMPLE_NOT_FOUND\"",
            "\"result\":\"failed\"",
            "\"message\":\"존재하지 않는 표본 : 7\"",
            "\"detail\":\"존재하지 않는 표본 : 7\"",
            "\"instance\":\"/samples/7\"",
            "\"title\":\"Not Found\"",
            "\"status\":404",
            "\"sample_id\":7");
    assertThat(calls.get("/samples/7", "Accept-Language", "en-GB,en;q=0.8").body())
        .contains("\"message\":\"There is no sample 7.\"");
    assertThat(calls.get("/samples/7", "Accept-Language", "fr").body()).contains("존재하지 않는 표본");
    assertThat(calls.get("/samples/1", "Accept-Language", "en").body()).contains("Sample found");
  }

  @Test
  void answersOutagesOfTheDatabaseWith503() throws Exception {
    for (String how :
        new String[] {
          "unreachable", "shutdown", "deadlock", "lock-timeout", "statement-timeout", "idle-timeout"
        }) {
      HttpResponse<String> answer = calls.get("/fails/" + how);
      assertThat(answer.statusCode()).as(how).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.body()).contains("DATABASE_UNAVAILABLE").doesNotContain("secret");
    }
  }

  @Test
  void tellsNothingOfAnUnexpectedFailure() throws Exception {
    for (String how : new String[] {"wrong", "otherwise"}) {
      HttpResponse<String> answer = calls.get("/fails/" + how);
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body())
          .contains("\"code\":\"INTERNAL_ERROR\"")
          .doesNotContain("secret", "Exception");
    }
  }

  @Test
  void namesTheFieldsAtFaultInTheContractsSpelling() throws Exception {
    assertThat(calls.post("/samples", "{}").body())
        .contains("\"field\":\"whole\"", "\"field\":\"some_text\"");
    assertThat(calls.post("/samples", "{\"parts\":[{},{\"part_no\":1.5}]}").body())
        .contains("\"field\":\"parts[1].part_no\"")
        .doesNotContain("Exception", "Cannot deserialize");
    assertThat(calls.get("/days?start=2026-01-01").body()).contains("\"field\":\"end\"");
    assertThat(calls.get("/days?start=2026-13-01&end=2026-01-01").body())
        .contains("\"field\":\"start\"");
    assertThat(calls.get("/headed").body()).contains("\"field\":\"X-Needed\"");
  }

  @Test
  void answersAListPageByPage() throws Exception {
    String first = calls.get("/numbers?limit=2").body();

    assertThat(first).startsWith("{\"entries\":[1,2],\"next_cursor\":\"");
    String cursor = first.replaceFirst(".*next_cursor\":\"", "").replaceFirst("\".*", "");
    assertThat(calls.get("/numbers?limit=2&cursor=").body())
        .isEqualTo(calls.get("/numbers?limit=2").body());
    assertThat(calls.get("/numbers?limit=3&cursor=" + cursor).body()).contains("[3,4,5]", "null");
    for (String query : new String[] {"limit=0", "limit=1001", "limit=x", "cursor=*"}) {
      HttpResponse<String> refused = calls.get("/numbers?" + query);
      assertThat(refused.statusCode()).as(query).isEqualTo(400);
      assertThat(refused.body())
          .contains("VALIDATION_FAILED", "\"field\":\"" + query.split("=")[0] + "\"");
    }
  }

  @Test
  void handsAControllerWhatCallsForTheUserRepeat() throws Exception {
    assertThat(calls.get("/user", "Accept-Language", "en").body())
        .contains("\"authorization\":\"Bearer ", "\"accept_language\":\"en\"");
  }

  @Test
  void refusesUnreadableBodies() throws Exception {
    for (String body : new String[] {"", "{", "nonsense", "[]", "{\"whole\":1,\"whole\":1}"}) {
      HttpResponse<String> answer = calls.post("/samples", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.body()).contains("\"result\":\"failed\"");
    }
  }

  @Test
  void answersWithProblemsWhereNoControllerIsReached() throws Exception {
    EdgeCalls.assertProblem(calls.get("/nowhere"), 404, "NOT_FOUND");
    EdgeCalls.assertProblem(calls.get("/services"), 405, "METHOD_NOT_ALLOWED");
    EdgeCalls.assertProblem(calls.get("/tenant?store_id=%00"), 400, "BAD_REQUEST");
    EdgeCalls.assertProblem(calls.get("/tenant;a=b"), 400, "BAD_REQUEST");
    EdgeCalls.assertProblem(calls.get("/samples/%2e%2e/tenant"), 400, "BAD_REQUEST");
  }

  @Test
  void answersWithAProblemWhatTomcatItselfRefuses() throws Exception {
    String answer =
        calls.raw("GET /samples?a={b} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "\"code\":\"BAD_REQUEST\"")
        .doesNotContain("<html", "Tomcat");
  }

  @Test
  void refusesAnotherStoresIdInQueryAndBody() throws Exception {
    EdgeCalls.assertProblem(calls.get("/tenant?store_id=" + (store + 1)), 403, "STORE_MISMATCH");
    EdgeCalls.assertProblem(calls.get("/tenant?store_id=x"), 403, "STORE_MISMATCH");
    assertThat(calls.get("/tenant?store_id=" + store).statusCode()).isEqualTo(200);
    String body = "{\"store_id\":%d,\"whole\":1,\"some_text\":\"a\"}";
    EdgeCalls.assertProblem(
        calls.post("/samples", body.formatted(store + 1)), 403, "STORE_MISMATCH");
    assertThat(calls.post("/samples", body.formatted(store)).statusCode()).isEqualTo(200);
  }

  private static void assertTooLarge(HttpResponse<String> answer) {
    EdgeCalls.assertProblem(answer, 413, "CONTENT_TOO_LARGE");
  }

  private static String json(int length) {
    return "{\"whole\":1,\"some_text\":\"" + "a".repeat(length) + "\"}";
  }

  /** Of unknown length, so that it is sent in chunks. */
  private static InputStream slow(byte[] body) {
    return new ByteArrayInputStream(body);
  }
}

package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ProfileIT {

  private static final String NEW_PASSWORD = "a quite different one";

  private final RestTestClient client;
  private final JdbcClient jdbc;
  private final Till till;

  ProfileIT(RestTestClient client, JdbcClient jdbc) {
    this.client = client;
    this.jdbc = jdbc;
    this.till = Till.somewhere(client);
  }

  @Test
  void showsTheOwnStoreAndNothingMore() {
    String username = Till.newUsername();
    Answer answer = till.signedUp(username).get("/stores/").is(200);

    assertThat(answer.fields()).containsExactly("store");
    JsonNode store = answer.body().path("store");
    assertThat(store.propertyNames())
        .containsExactly(
            "store_id", "username", "owner_name", "phone", "store_name", "address", "store_type");
    assertThat(store.path("username").asString()).isEqualTo(username);
    assertThat(store.path("owner_name").asString()).isEqualTo("김사장");
    assertThat(store.path("phone").asString()).isEqualTo("+821012345678");
  }

  @Test
  void changesEveryFieldOfTheProfile() {
    Till owner = till.signedUp();
    long id = owner.storeId();
    Answer changed =
        owner
            .put(
                "/stores/" + id + "/",
                Map.of(
                    "owner_name", " 박사장 ",
                    "phone", "010 9876 5432",
                    "store_name", "치킨 나라",
                    "address", "부산시",
                    "store_type", "cafe"))
            .is(200);

    assertThat(changed.fields()).containsExactly("store_id", "result", "message");
    assertThat(changed.number("store_id")).isEqualTo(id);
    assertThat(changed.text("message")).isEqualTo("매장 정보 수정 성공");
    JsonNode store = owner.get("/stores").body().path("store");
    assertThat(store.path("owner_name").asString()).isEqualTo("박사장");
    assertThat(store.path("phone").asString()).isEqualTo("+821098765432");
    assertThat(store.path("store_name").asString()).isEqualTo("치킨 나라");
    assertThat(store.path("address").asString()).isEqualTo("부산시");
    assertThat(store.path("store_type").asString()).isEqualTo("cafe");
  }

  @Test
  void leavesWhatIsNotSentAsItIs() {
    Till owner = till.signedUp();
    long id = owner.storeId();
    Map<String, Object> body = new HashMap<>(Map.of("address", "제주시", "username", "other"));
    body.put("phone", null);
    JsonNode before = owner.get("/stores").body().path("store");
    owner.put("/stores/" + id, body).is(200);
    owner.put("/stores/" + id, Map.of()).is(200);

    JsonNode after = owner.get("/stores").body().path("store");
    assertThat(after.path("address").asString()).isEqualTo("제주시");
    for (String field : List.of("username", "owner_name", "phone", "store_name", "store_type")) {
      assertThat(after.path(field)).isEqualTo(before.path(field));
    }
  }

  @Test
  void refusesInvalidChangesAndKeepsEverything() {
    Till owner = till.signedUp();
    String uri = "/stores/" + owner.storeId();
    JsonNode before = owner.get("/stores").body();
    for (String field : List.of("owner_name", "phone", "store_name", "address", "store_type")) {
      for (Object bad : List.of("", "  ", "x".repeat(256), "a\u0007b", 17, List.of("a"))) {
        Answer answer = owner.put(uri, Map.of(field, bad)).isProblem(400, "VALIDATION_FAILED");
        assertThat(answer.faults()).containsExactly(field);
      }
    }
    for (Object bad : List.of("", "1234567", "password123", "x".repeat(129), 12345678)) {
      Answer answer = owner.put(uri, Map.of("password", bad, "address", "elsewhere")).is(400);
      assertThat(answer.faults()).containsExactly("password");
    }
    assertThat(owner.get("/stores").body()).isEqualTo(before);
  }

  @Test
  void answersAnotherStoresIdLikeAnUnknownOne() {
    Till owner = till.signedUp();
    long other = till.signedUp().storeId();
    for (String id : List.of(Long.toString(other), "999999999999", "0", "-1")) {
      owner.put("/stores/" + id, Map.of("address", "x")).isProblem(404, "STORE_NOT_FOUND");
      owner.delete("/stores/" + id).isProblem(404, "STORE_NOT_FOUND");
    }
    owner.delete("/stores/abc").is(400);
    owner.delete("/stores/99999999999999999999").is(400);
  }

  @Test
  void refusesAnotherStoresIdInBodyAndQuery() {
    Till owner = till.signedUp();
    long id = owner.storeId();
    Map<String, Object> lying =
        Map.of("store_id", id + 1, "address", "x", "password", NEW_PASSWORD);
    owner.put("/stores/" + id, lying).isProblem(403, "STORE_MISMATCH");
    owner.post("/stores/pwcheck", lying).isProblem(403, "STORE_MISMATCH");
    owner.put("/stores/settings", lying).isProblem(403, "STORE_MISMATCH");
    owner.get("/stores?store_id=" + (id + 1)).isProblem(403, "STORE_MISMATCH");
    owner.put("/stores/" + id, Map.of("store_id", id, "address", "x")).is(200);
  }

  @Test
  void confirmsThePassword() {
    Till owner = till.signedUp();
    Answer right = owner.post("/stores/pwcheck", Map.of("password", Till.PASSWORD)).is(200);
    assertThat(right.fields()).containsExactly("result", "message");
    assertThat(right.text("result")).isEqualTo("success");
    assertThat(right.text("message")).isEqualTo("비밀번호가 일치합니다.");

    Answer wrong = owner.post("/stores/pwcheck/", Map.of("password", "wrong")).is(200);
    assertThat(wrong.text("result")).isEqualTo("failed");
    assertThat(wrong.text("message")).isEqualTo("비밀번호가 일치하지 않습니다.");
  }

  @Test
  void slowsDownGuessingWithAStolenToken() {
    String username = Till.newUsername();
    Till owner = till.signedUp(username);
    Answer last = owner.post("/stores/pwcheck", Map.of("password", "guess"));
    for (int i = 0; i < 40 && last.status() != 429; i++) {
      last = owner.post("/stores/pwcheck", Map.of("password", "guess " + i));
    }
    last.isProblem(429, "TOO_MANY_REQUESTS");
    assertThat(last.headers().getFirst("Retry-After")).isNotNull();
    Till.somewhere(client).logIn(username, Till.PASSWORD).is(200);
  }

  @Test
  void endsOtherSessionsWithANewPassword() {
    String username = Till.newUsername();
    Till here = till.signedUp(username);
    Till there = till.loggedIn(username);
    long id = here.storeId();

    here.put("/stores/" + id, Map.of("password", NEW_PASSWORD)).is(200);

    assertThat(here.storeId()).isEqualTo(id);
    there.get("/stores").isProblem(401, "UNAUTHORIZED");
    till.logIn(username, Till.PASSWORD).is(400);
    till.logIn(username, NEW_PASSWORD).is(200);
    assertThat(actions(id)).contains("password.changed");
  }

  @Test
  void keepsSessionsThroughOtherChanges() {
    String username = Till.newUsername();
    Till here = till.signedUp(username);
    Till there = till.loggedIn(username);
    here.put("/stores/" + here.storeId(), Map.of("address", "elsewhere")).is(200);
    there.get("/stores").is(200);
  }

  @Test
  void closesAStoreForGoodButKeepsItsBooks() {
    String username = Till.newUsername();
    Till here = till.signedUp(username);
    Till there = till.loggedIn(username);
    long id = here.storeId();

    Answer closed = here.delete("/stores/" + id).is(200);

    assertThat(closed.fields()).containsExactly("result", "message");
    assertThat(closed.text("message")).isEqualTo("매장 삭제 성공");
    here.get("/stores").is(401);
    there.get("/stores").is(401);
    till.logIn(username, Till.PASSWORD).isProblem(400, "LOGIN_FAILED");
    till.signUp(username).isProblem(409, "USERNAME_TAKEN");
    assertThat(till.get("/stores/check?username=" + username).text("result")).isEqualTo("failed");
    assertThat(
            jdbc.sql("select count(*) from stores where id = ? and closed_at is not null")
                .param(id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(actions(id)).contains("store.closed");
    till.withAuthorization(TestTokens.internal(id)).get("/internal/stores/self").is(404);
  }

  @Test
  void takesSettingsIntoTheNextToken() {
    String username = Till.newUsername();
    Till owner = till.signedUp(username);
    assertThat(owner.get("/stores/settings").is(200).body())
        .hasToString("{\"time_zone\":\"Asia/Seoul\",\"day_start\":\"00:00\",\"language\":\"ko\"}");

    Answer changed =
        owner
            .put("/stores/settings/", Map.of("time_zone", "Asia/Tokyo", "day_start", "05:00"))
            .is(200);
    assertThat(changed.fields())
        .containsExactly("result", "message", "time_zone", "day_start", "language");
    owner.put("/stores/settings", Map.of("language", "en")).is(200);

    assertThat(owner.get("/stores/settings").body())
        .hasToString("{\"time_zone\":\"Asia/Tokyo\",\"day_start\":\"05:00\",\"language\":\"en\"}");
    String token = till.logIn(username, Till.PASSWORD).text("access_token");
    String claims = new String(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    assertThat(claims).contains("\"zone\":\"Asia/Tokyo\"", "\"day_start\":\"05:00\"");
    assertThat(actions(owner.storeId())).contains("settings.changed");
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    Till owner = till.signedUp();
    Map<String, List<Object>> bad =
        Map.of(
            "time_zone", List.of("", "Mars/Olympus", "+09:00", 9),
            "day_start", List.of("", "24:00", "5:00", "05:00:00", "5", 5),
            "language", List.of("", "fr", "KO", 0));
    bad.forEach(
        (field, values) ->
            values.forEach(
                value -> {
                  Answer answer = owner.put("/stores/settings", Map.of(field, value));
                  assertThat(answer.isProblem(400, "VALIDATION_FAILED").faults())
                      .containsExactly(field);
                }));
  }

  @Test
  void tellsNeighboursAboutTheStoreTheyActFor() {
    Till owner = till.signedUp();
    long id = owner.storeId();
    Answer self =
        till.withAuthorization(TestTokens.internal(id)).get("/internal/stores/self").is(200);
    assertThat(self.fields())
        .containsExactly("store_id", "store_name", "phone", "language", "time_zone", "day_start");
    assertThat(self.text("phone")).isEqualTo("+821012345678");
    till.withAuthorization(TestTokens.operator()).get("/internal/stores/self").is(403);
    owner.get("/internal/stores/self").is(403);
  }

  @Test
  void listsOpenStoresForTheOperatorInPages() {
    Till first = till.signedUp();
    Till second = till.signedUp();
    Till third = till.signedUp();
    long from = first.storeId();
    long closed = second.storeId();
    second.delete("/stores/" + closed).is(200);
    Till operator = till.withAuthorization(TestTokens.operator());

    Answer page = operator.get("/stores/all?limit=1&cursor=" + (from - 1)).is(200);
    assertThat(page.body().path("stores").path(0).propertyNames())
        .containsExactly(
            "id", "username", "owner_name", "phone", "store_name", "address", "store_type");
    assertThat(page.body().path("stores").path(0).path("id").asLong()).isEqualTo(from);
    assertThat(page.text("next_cursor")).isEqualTo(Long.toString(from));

    Answer next = operator.get("/stores/all/?limit=1&cursor=" + page.text("next_cursor")).is(200);
    assertThat(next.body().path("stores").path(0).path("id").asLong()).isEqualTo(third.storeId());
    assertThat(operator.get("/stores/all?cursor=" + Long.MAX_VALUE).is(200).body())
        .hasToString("{\"stores\":[]}");
    for (String query : List.of("limit=0", "limit=1001", "limit=x", "cursor=-1", "cursor=x")) {
      operator.get("/stores/all?" + query).isProblem(400, "VALIDATION_FAILED");
    }
    first.get("/stores/all").isProblem(403, "FORBIDDEN");
    till.get("/stores/all").isProblem(401, "UNAUTHORIZED");
  }

  private List<String> actions(long storeId) {
    return jdbc.sql("select action from audit_log where store_id = ?")
        .param(storeId)
        .query(String.class)
        .list();
  }
}

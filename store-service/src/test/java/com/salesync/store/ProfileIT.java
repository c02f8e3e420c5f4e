package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ProfileIT {

  private static final String NEW_PASSWORD = "a quite different one";
  private final Till till;

  ProfileIT(RestTestClient client) {
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
  void namesAllThatIsWrongAtOnceThePasswordThatIsTheUsernameToo() {
    String username = Till.newUsername();
    Till owner = till.signedUp(username);
    Map<String, Object> body =
        Map.of(
            "password", username,
            "owner_name", " ",
            "phone", "12",
            "store_name", "x".repeat(101),
            "address", "\u3164",
            "store_type", "two\nlines");

    Answer answer = owner.put("/stores/" + owner.storeId(), body);

    assertThat(answer.isProblem(400, "VALIDATION_FAILED").faults())
        .containsExactlyInAnyOrder(
            "password", "owner_name", "phone", "store_name", "address", "store_type");
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
}

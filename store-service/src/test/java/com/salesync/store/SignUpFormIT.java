package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with a sign-up form is told at once, and nothing hidden ever gets into a name. */
@ServiceTest
class SignUpFormIT {

  private static final List<String> FORM_FIELDS =
      List.of("username", "password", "owner_name", "phone", "store_name", "address", "store_type");
  private static final List<String> NAMES =
      List.of("username", "owner_name", "store_name", "address", "store_type");

  private final Till till;

  SignUpFormIT(RestTestClient client) {
    this.till = Till.somewhere(client);
  }

  @Test
  void namesAllFieldsThatAreMissingAtOnce() {
    assertThat(till.post("/stores", "{}").isProblem(400, "VALIDATION_FAILED").faults())
        .containsExactlyInAnyOrderElementsOf(FORM_FIELDS);
  }

  @Test
  void namesAllThatIsWrongAtOnceWhoeverFindsIt() {
    Map<String, Object> form = Till.form("p\u0430ypal");
    form.put("password", "12345678");
    form.put("owner_name", " ");
    form.put("phone", "12");
    form.put("store_name", "x".repeat(101));
    form.put("address", "\u3164");
    form.put("time_zone", "Seoul");
    form.put("day_start", "24:00");
    form.put("language", "fr");
    form.remove("store_type");

    Answer answer = till.post("/stores", form).isProblem(400, "VALIDATION_FAILED");

    assertThat(answer.faults())
        .containsExactlyInAnyOrder(
            "username",
            "password",
            "owner_name",
            "phone",
            "store_name",
            "address",
            "store_type",
            "time_zone",
            "day_start",
            "language");
    assertThat(answer.body().path("errors").values())
        .extracting(error -> error.path("message").asString())
        .allMatch(
            message ->
                message.codePoints().anyMatch(Character::isIdeographic)
                    || message.matches(".*[가-힣].*"));
  }

  @Test
  void refusesThePasswordThatIsTheUsernameTogetherWithTheRest() {
    String username = Till.newUsername();
    Map<String, Object> form = Till.form(username);
    form.put("password", username);
    form.put("phone", "12");
    assertThat(till.post("/stores", form).is(400).faults())
        .containsExactlyInAnyOrder("password", "phone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bell\\u0007bell",
        "\\u200b",
        "\\u3164",
        "\\u2800",
        "invisible\\u200bjoiner",
        "\\ufeffstart",
        "a\\u202eb",
        "private \\ue000",
        "half of a pair \\ud800",
        "line\\u2028separator"
      })
  void refusesWhatCannotBeSeen(String hidden) {
    for (String field : NAMES) {
      Map<String, Object> form = Till.form(Till.newUsername());
      form.put(field, "HIDDEN");
      String json = new JsonMapper().writeValueAsString(form).replace("HIDDEN", hidden);
      assertThat(till.post("/stores", json).is(400).faults()).containsExactly(field);
    }
    Till owner = till.signedUp();
    String uri = "/stores/" + owner.storeId();
    for (String field : NAMES.subList(1, NAMES.size())) {
      String json = "{\"%s\":\"%s\"}".formatted(field, hidden);
      assertThat(owner.put(uri, json).is(400).faults()).containsExactly(field);
    }
  }

  @Test
  void refusesLinesInNamesOnly() {
    for (String field : List.of("username", "owner_name", "store_name", "store_type")) {
      Map<String, Object> form = Till.form(Till.newUsername());
      form.put(field, "two\nlines");
      assertThat(till.post("/stores", form).is(400).faults()).containsExactly(field);
    }
  }

  @Test
  void takesNamesThatLookAlikeForOne() {
    String username = Till.newUsername();
    till.signUp("한" + username).is(201);
    Map<String, Object> form = Till.form("\u1112\u1161\u11ab" + username);
    form.put("owner_name", "박사장");
    till.post("/stores", form).isProblem(409, "USERNAME_TAKEN");
    assertThat(
            till.get("/stores/check?username=a\u200bb")
                .isProblem(400, "VALIDATION_FAILED")
                .faults())
        .containsExactly("username");
  }

  @Test
  void keepsNamesComposedAndWithoutBlanksAround() {
    Map<String, Object> form = Till.form(Till.newUsername());
    form.put("store_name", " \u1112\u1161\u11ab\u3000그릇 ");
    Till owner =
        till.with(
            till.post("/stores", form)
                .is(201)
                .body()
                .path("token")
                .path("access_token")
                .asString());
    assertThat(owner.get("/stores").body().path("store").path("store_name").asString())
        .isEqualTo("한 그릇");
  }
}

package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.Parallel;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A sign-up that is sent with an {@code Idempotency-Key} and repeated with it. */
@ServiceTest
class SignUpKeyIT {

  private static final JdbcClient ADMIN = PostgresServer.get().adminClient("store");

  private final RestTestClient client;
  private final Till till;
  private final String username = Till.newUsername();

  SignUpKeyIT(RestTestClient client) {
    this.client = client;
    this.till = Till.somewhere(client);
  }

  @Test
  void getsTheFirstAnswerForAsLongAsTheKeyIsKept() {
    Answer first = signUp("k", Till.form(username)).is(201);
    long id = first.number("store_id");
    registeredDaysAgo(id, 6);
    till.with(token(first)).put("/stores/" + id, Map.of("address", "부산시")).is(200);

    Answer again = signUp("k", Till.form(username)).is(201);

    assertThat(again.number("store_id")).isEqualTo(id);
    till.with(token(again)).get("/stores").is(200);
    assertThat(sessions(id)).isOne();
    till.post("/stores", Till.form(username)).isProblem(409, "USERNAME_TAKEN");
    signUp("another", Till.form(username)).isProblem(409, "USERNAME_TAKEN");
    ADMIN.sql("delete from idempotency_keys where store_id = ?").param(id).update();
    signUp("k", Till.form(username)).isProblem(409, "USERNAME_TAKEN");
  }

  @Test
  void makesOneStoreOfFourAtOnce() {
    List<Answer> answers = Parallel.times(4, i -> signUp("k", Till.form(username)));

    assertThat(answers).allSatisfy(answer -> answer.is(201));
    assertThat(answers.stream().map(answer -> answer.number("store_id")).distinct()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "password,another password 88",
    "owner_name,박사장",
    "phone,010-1234-5679",
    "store_name,피자 나라 2",
    "address,부산시",
    "store_type,cafe",
    "time_zone,America/New_York",
    "day_start,05:00",
    "language,en"
  })
  void isRefusedWhenAFieldDiffers(String field, String other) {
    signUp("k", Till.form(username)).is(201);
    Map<String, Object> form = Till.form(username);
    form.put(field, other);

    signUp("k", form).isProblem(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void isAnotherCallWithAnotherUsername() {
    long id = signUp("k", Till.form(username)).is(201).number("store_id");

    assertThat(signUp("k", Till.form(Till.newUsername())).is(201).number("store_id"))
        .isNotEqualTo(id);
  }

  @Test
  void keepsAKeyThatComesWithTheRepeatOfASignUp() {
    long id = till.signUp(username).is(201).number("store_id");
    signUp("k", Till.form(username)).is(201);
    registeredDaysAgo(id, 6);

    assertThat(signUp("k", Till.form(username)).is(201).number("store_id")).isEqualTo(id);
  }

  @Test
  void isRefusedOnceThePasswordIsAnother() {
    Till owner = till.with(token(signUp("k", Till.form(username)).is(201)));
    owner
        .confirmed()
        .put("/stores/" + owner.storeId(), Map.of("password", "a quite different one"))
        .is(200);

    signUp("k", Till.form(username)).isProblem(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void countsAsAGuessWhenThePasswordIsWrong() {
    long id = signUp("k", Till.form(username)).is(201).number("store_id");
    registeredDaysAgo(id, 1);
    Map<String, Object> form = Till.form(username);
    Till attacker = Till.somewhere(client);
    Answer last = attacker.logIn(username, "guess");
    for (int i = 1; i < 40 && last.status() != 429; i++) {
      form.put("password", "a wrong password " + i);
      last = attacker.post("/stores", form, "Idempotency-Key", "k");
    }

    last.isProblem(429, "TOO_MANY_REQUESTS");
    attacker.logIn(username, Till.PASSWORD).isProblem(429, "TOO_MANY_REQUESTS");
  }

  @Test
  void refusesAKeyThatIsTooLong() {
    assertThat(
            signUp("k".repeat(256), Till.form(username))
                .isProblem(400, "VALIDATION_FAILED")
                .faults())
        .containsExactly("Idempotency-Key");
  }

  private Answer signUp(String key, Map<String, Object> form) {
    return till.post("/stores", form, "Idempotency-Key", key);
  }

  private static void registeredDaysAgo(long id, int days) {
    ADMIN
        .sql("update stores set registered_at = now() - ? * interval '1 day' where id = ?")
        .params(days, id)
        .update();
  }

  private static int sessions(long id) {
    return ADMIN
        .sql("select count(*) from sessions where store_id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  private static String token(Answer signedUp) {
    return signedUp.body().path("token").path("access_token").asString();
  }
}

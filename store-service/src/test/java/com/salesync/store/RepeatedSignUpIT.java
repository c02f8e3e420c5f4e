package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.salesync.common.test.Parallel;
import com.salesync.common.test.ServiceTest;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A browser repeats a sign-up by itself, and an owner presses the button again. */
@ServiceTest
class RepeatedSignUpIT {

  private final RestTestClient client;
  private final JdbcClient jdbc;
  private final Till till;

  RepeatedSignUpIT(RestTestClient client, JdbcClient jdbc) {
    this.client = client;
    this.jdbc = jdbc;
    this.till = Till.somewhere(client);
  }

  @Test
  void getsTheFirstAnswerAgain() throws ParseException {
    String username = Till.newUsername();
    Answer first = till.signUp(username).is(201);
    Answer again = till.signUp(username).is(201);

    assertThat(again.fields()).isEqualTo(first.fields());
    assertThat(again.number("store_id")).isEqualTo(first.number("store_id"));
    assertThat(SignedJWT.parse(token(again)).getJWTClaimsSet().getClaims())
        .isEqualTo(SignedJWT.parse(token(first)).getJWTClaimsSet().getClaims());
    till.with(token(again)).get("/stores").is(200);
    assertThat(sessions(first.number("store_id"))).isEqualTo(1);
  }

  @Test
  void getsATokenThatWorksAfterTheFirstOneIsLoggedOut() {
    String username = Till.newUsername();
    till.signedUp(username).post("/stores/logout", null).is(200);

    till.with(token(till.signUp(username).is(201))).get("/stores").is(200);
  }

  @Test
  void makesOneStoreOfFourAtOnce() {
    String username = Till.newUsername();
    List<Answer> answers = Parallel.times(4, i -> till.signUp(username));

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
    String username = Till.newUsername();
    till.signUp(username).is(201);
    Map<String, Object> form = Till.form(username);
    form.put(field, other);

    till.post("/stores", form).isProblem(409, "USERNAME_TAKEN");
  }

  @Test
  void isRefusedAfterTenMinutes() {
    String username = Till.newUsername();
    long id = till.signUp(username).is(201).number("store_id");
    registeredMinutesAgo(id, 9);
    till.signUp(username).is(201);
    registeredMinutesAgo(id, 11);

    till.signUp(username).isProblem(409, "USERNAME_TAKEN");
  }

  @Test
  void countsAsAGuessWhenThePasswordIsWrong() {
    String username = Till.newUsername();
    long id = till.signUp(username).is(201).number("store_id");
    Map<String, Object> form = Till.form(username);
    Till attacker = Till.somewhere(client);
    Answer last = attacker.logIn(username, "guess");
    for (int i = 1; i < 40 && last.status() != 429; i++) {
      form.put("password", "a wrong password " + i);
      last = attacker.post("/stores", form);
    }

    last.isProblem(429, "TOO_MANY_REQUESTS");
    attacker.logIn(username, Till.PASSWORD).isProblem(429, "TOO_MANY_REQUESTS");
    assertThat(
            jdbc.sql("select count(*) from failed_logins where store_id = ?")
                .param(id)
                .query(Integer.class)
                .single())
        .isEqualTo(10);
  }

  private void registeredMinutesAgo(long id, int minutes) {
    jdbc.sql("update stores set registered_at = now() - ? * interval '1 minute' where id = ?")
        .params(minutes, id)
        .update();
  }

  private int sessions(long id) {
    return jdbc.sql("select count(*) from sessions where store_id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  private static String token(Answer signedUp) {
    return signedUp.body().path("token").path("access_token").asString();
  }
}

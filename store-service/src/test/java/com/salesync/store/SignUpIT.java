package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.salesync.common.test.Parallel;
import com.salesync.common.test.ServiceTest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class SignUpIT {

  private final RestTestClient client;
  private final JdbcClient jdbc;
  private final AuditRecords audit;
  private final Till till;

  SignUpIT(RestTestClient client, JdbcClient jdbc) {
    this.client = client;
    this.jdbc = jdbc;
    this.audit = new AuditRecords(jdbc);
    this.till = Till.somewhere(client);
  }

  @Test
  void answersWithTheStoreAndAToken() {
    Answer answer = till.signUp(Till.newUsername()).is(201);

    assertThat(answer.fields()).containsExactly("result", "message", "store_id", "token");
    assertThat(answer.text("result")).isEqualTo("success");
    assertThat(answer.text("message")).isEqualTo("매장 등록 성공");
    assertThat(answer.body().path("store_id").isIntegralNumber()).isTrue();
    assertThat(answer.number("store_id")).isPositive();
    assertThat(answer.body().path("token").propertyNames())
        .containsExactly("access_token", "csrf_token");
  }

  @Test
  void answersInEnglishWhenAsked() {
    Answer answer =
        till.post("/stores", Till.form(Till.newUsername()), "Accept-Language", "en-US").is(201);
    assertThat(answer.text("message")).isEqualTo("Store registered");
  }

  @Test
  void worksWithATrailingSlash() {
    till.post("/stores/", Till.form(Till.newUsername())).is(201);
  }

  @Test
  void signsATokenAsTheOtherServicesExpectIt() throws ParseException {
    Map<String, Object> form = Till.form(Till.newUsername());
    form.put("time_zone", "America/New_York");
    form.put("day_start", "05:30");
    Answer answer = till.post("/stores", form).is(201);

    SignedJWT token = SignedJWT.parse(answer.body().path("token").path("access_token").asString());
    JWTClaimsSet claims = token.getJWTClaimsSet();
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(token.getHeader().getType()).hasToString("at+jwt");
    assertThat(till.get("/.well-known/jwks.json").is(200).body().path("keys").values())
        .anyMatch(key -> key.path("kid").asString().equals(token.getHeader().getKeyID()));
    assertThat(claims.getIssuer()).isEqualTo("salesync");
    assertThat(claims.getAudience()).containsExactly("salesync");
    assertThat(claims.getSubject()).isEqualTo(Long.toString(answer.number("store_id")));
    assertThat(claims.getStringClaim("sid")).isNotBlank();
    assertThat(claims.getStringClaim("zone")).isEqualTo("America/New_York");
    assertThat(claims.getStringClaim("day_start")).isEqualTo("05:30");
    assertThat(claims.getExpirationTime().toInstant())
        .isBetween(
            Instant.now().plus(Duration.ofDays(30)).minusSeconds(60),
            Instant.now().plus(Duration.ofDays(30)));
  }

  @ParameterizedTest
  @CsvSource({
    "010-1234-5678,+821012345678",
    "01012345678,+821012345678",
    "+82 10 1234 5678,+821012345678",
    "+821012345678,+821012345678",
    "０１０ー１２３４ー５６７８,+821012345678",
    "02-123-4567,+8221234567",
    "+1 650-253-0000,+16502530000"
  })
  void keepsPhonesInE164(String typed, String kept) {
    Map<String, Object> form = Till.form(Till.newUsername());
    form.put("phone", typed);
    Answer answer = till.post("/stores", form).is(201);

    Till owner = till.with(answer.body().path("token").path("access_token").asString());
    assertThat(owner.get("/stores").body().path("store").path("phone").asString()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "전화번호", "010-1234", "1-800-FLOWERS", "+999123456789", "--", "+"})
  void refusesPhonesThatCannotExist(String typed) {
    Map<String, Object> form = Till.form(Till.newUsername());
    form.put("phone", typed);
    Answer answer = till.post("/stores", form).isProblem(400, "VALIDATION_FAILED");
    assertThat(answer.faults()).containsExactly("phone");
  }

  @Test
  void refusesATakenUsernameHoweverItIsWritten() {
    String username = Till.newUsername();
    till.signUp(username).is(201);

    for (String same : List.of(username, username.toUpperCase(), " " + username + " ")) {
      Map<String, Object> form = Till.form(same);
      form.put("owner_name", "박사장");
      Answer answer = till.post("/stores", form).isProblem(409, "USERNAME_TAKEN");
      assertThat(answer.text("message")).isEqualTo("이미 존재하는 아이디입니다.");
    }
  }

  @Test
  void givesAUsernameToOneOfTwentyWhoWantItAtOnce() {
    String username = Till.newUsername();
    List<Integer> statuses =
        Parallel.times(
            20,
            i -> {
              Map<String, Object> form = Till.form(username);
              form.put("owner_name", "사장 " + i);
              return till.post("/stores", form).status();
            });
    assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(19);
    assertThat(
            jdbc.sql("select count(*) from stores where username = ?")
                .param(username)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567", "password1234", "Qwer1234", "12345678", "        "})
  void refusesWeakPasswords(String password) {
    Map<String, Object> form = Till.form(Till.newUsername());
    form.put("password", password);
    Answer answer = till.post("/stores", form).isProblem(400, "VALIDATION_FAILED");
    assertThat(answer.faults()).containsExactly("password");
  }

  @Test
  void refusesTheUsernameAsPassword() {
    String username = Till.newUsername();
    Map<String, Object> form = Till.form(username);
    form.put("password", username.toUpperCase());
    assertThat(till.post("/stores", form).is(400).faults()).containsExactly("password");
  }

  @Test
  void acceptsPasswordsOf128CharactersAndTellsTheirEndsApart() {
    String username = Till.newUsername();
    Map<String, Object> form = Till.form(username);
    form.put("password", "가".repeat(127) + "a");
    till.post("/stores", form).is(201);
    till.logIn(username, "가".repeat(127) + "b").is(400);
    till.logIn(username, "가".repeat(127) + "a").is(200);

    form.put("username", Till.newUsername());
    form.put("password", "a".repeat(129));
    assertThat(till.post("/stores", form).is(400).faults()).containsExactly("password");
  }

  @Test
  void keepsArgon2idHashesOnly() {
    long id = till.signUp(Till.newUsername()).is(201).number("store_id");
    String hash =
        jdbc.sql("select password_hash from stores where id = ?")
            .param(id)
            .query(String.class)
            .single();
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void leavesARecord() {
    long id = till.signUp(Till.newUsername()).is(201).number("store_id");
    assertThat(audit.actions(id)).containsExactly("store.registered");
  }

  @Test
  void ignoresFieldsItDoesNotKnow() {
    Map<String, Object> form = Till.form(Till.newUsername());
    form.put("id", 1);
    form.put("is_admin", true);
    till.post("/stores", form).is(201);
  }

  @Test
  void letsAClientWithAStaleTokenSignUp() {
    Till.somewhere(client).withAuthorization("Bearer null").signUp(Till.newUsername()).is(201);
    Till.somewhere(client).withAuthorization("Bearer a.b.c").signUp(Till.newUsername()).is(201);
  }

  @Test
  void stopsAFloodOfSignUpsFromOneAddressOnly() {
    Till flooder = Till.somewhere(client);
    String taken = Till.newUsername();
    flooder.signUp(taken).is(201);
    Answer last = flooder.signUp(taken);
    for (int i = 0; i < 100 && last.status() != 429; i++) {
      last = flooder.signUp(taken);
    }
    last.isProblem(429, "TOO_MANY_REQUESTS");
    assertThat(Integer.parseInt(last.headers().getFirst("Retry-After"))).isPositive();
    Till.somewhere(client).signUp(Till.newUsername()).is(201);
  }
}

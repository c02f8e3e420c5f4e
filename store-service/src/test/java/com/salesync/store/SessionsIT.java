package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class SessionsIT {

  private final Till till;
  private final JdbcClient jdbc;

  SessionsIT(RestTestClient client, JdbcClient jdbc) {
    this.till = Till.somewhere(client);
    this.jdbc = jdbc;
  }

  @Test
  void endsTheSessionThatLogsOutAndNoOther() {
    String username = Till.newUsername();
    Till here = till.signedUp(username);
    Till there = till.loggedIn(username);

    Answer out = here.post("/stores/logout", null).is(200);

    assertThat(out.fields()).containsExactly("result", "message");
    assertThat(out.text("result")).isEqualTo("success");
    assertThat(out.text("message")).isEqualTo("로그아웃 성공");
    here.get("/stores").isProblem(401, "UNAUTHORIZED");
    here.post("/stores/logout/", null).isProblem(401, "UNAUTHORIZED");
    there.get("/stores").is(200);
  }

  @Test
  void tellsTheOtherServicesWhichSessionsEnded() throws ParseException {
    String username = Till.newUsername();
    till.signUp(username).is(201);
    String token = till.logIn(username, Till.PASSWORD).text("access_token");
    SignedJWT jwt = SignedJWT.parse(token);
    String sid = jwt.getJWTClaimsSet().getStringClaim("sid");
    Instant before = Instant.now();
    assertThat(endedSince(Instant.EPOCH)).doesNotContain(sid);

    till.with(token).post("/stores/logout", null).is(200);

    Answer feed = feed(before, "");
    assertThat(feed.fields()).containsExactly("as_of", "revoked");
    assertThat(Instant.parse(feed.text("as_of"))).isBetween(before, Instant.now());
    JsonNode entry =
        feed.body().path("revoked").values().stream()
            .filter(session -> session.path("sid").asString().equals(sid))
            .findFirst()
            .orElseThrow();
    assertThat(entry.propertyNames()).containsExactly("sid", "expires_at");
    assertThat(Instant.parse(entry.path("expires_at").asString()))
        .as("remembered until the token is dead even where a skewed clock is tolerated")
        .isEqualTo(jwt.getJWTClaimsSet().getExpirationTime().toInstant().plusSeconds(60));
    assertThat(endedSince(Instant.EPOCH)).contains(sid);
    assertThat(endedSince(Instant.now().plusSeconds(1))).doesNotContain(sid);
  }

  @Test
  void listsEverySessionThatAPasswordChangeOrAClosingEnded() throws ParseException {
    String username = Till.newUsername();
    till.signUp(username).is(201);
    String first = till.logIn(username, Till.PASSWORD).text("access_token");
    String second = till.logIn(username, Till.PASSWORD).text("access_token");
    Till owner = till.with(first);
    String uri = "/stores/" + owner.storeId();

    owner.confirmed().put(uri, Map.of("password", "another good password")).is(200);
    assertThat(endedSince(Instant.EPOCH)).contains(sid(second)).doesNotContain(sid(first));

    owner.delete(uri).is(200);
    assertThat(endedSince(Instant.EPOCH)).contains(sid(second), sid(first));
  }

  @Test
  void forgetsSessionsWhoseTokensHaveExpired() throws ParseException {
    String username = Till.newUsername();
    till.signUp(username).is(201);
    String token = till.logIn(username, Till.PASSWORD).text("access_token");
    till.with(token).post("/stores/logout", null).is(200);
    PostgresServer.get()
        .adminClient("store")
        .sql("update sessions set expires_at = now() - interval '1 second' where id = ?::uuid")
        .param(sid(token))
        .update();
    assertThat(endedSince(Instant.EPOCH)).doesNotContain(sid(token));
  }

  @Test
  void keepsPrivateKeysSealedAndUnpublished() {
    assertThat(
            jdbc.sql("select sealed_private_key || public_key from signing_keys")
                .query(String.class)
                .list())
        .isNotEmpty()
        .noneMatch(text -> text.contains("\"d\"") || text.contains("PRIVATE"));
    assertThat(till.get("/.well-known/jwks.json/").is(200).body().path("keys").values())
        .isNotEmpty()
        .noneMatch(key -> key.has("d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1000000000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z"
      })
  void answersAboutAnyInstant(String since) {
    till.withAuthorization(TestTokens.directory("item-service"))
        .get("/internal/sessions/revoked?since=" + since)
        .is(200);
  }

  @Test
  void refusesSinceThatIsNoInstant() {
    Till service = till.withAuthorization(TestTokens.directory("item-service"));
    for (String query : List.of("", "?since=", "?since=yesterday", "?since=2026-01-01")) {
      service.get("/internal/sessions/revoked" + query).isProblem(400, "VALIDATION_FAILED");
    }
  }

  @Test
  void refusesATokenWhoseSignatureWasTamperedWith() {
    String token =
        till.signUp(Till.newUsername()).body().path("token").path("access_token").asString();
    assertThat(till.with(token + "x").get("/stores").status()).isEqualTo(401);
    assertThat(till.with(token.substring(0, token.lastIndexOf('.') + 1)).get("/stores").status())
        .isEqualTo(401);
  }

  private List<String> endedSince(Instant since) {
    List<String> sids = new ArrayList<>();
    Answer page = feed(since, "");
    sids.addAll(sids(page));
    while (page.body().has("next_cursor")) {
      page = feed(since, "&cursor=" + page.text("next_cursor"));
      sids.addAll(sids(page));
    }
    return sids;
  }

  private static List<String> sids(Answer page) {
    return page.body().path("revoked").values().stream()
        .map(session -> session.path("sid").asString())
        .toList();
  }

  private Answer feed(Instant since, String more) {
    return till.withAuthorization(TestTokens.directory("item-service"))
        .get("/internal/sessions/revoked?since=" + since + more)
        .is(200);
  }

  private static String sid(String token) throws ParseException {
    return SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("sid");
  }
}

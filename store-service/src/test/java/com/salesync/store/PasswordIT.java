package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class PasswordIT {

  private static final String NEW_PASSWORD = "a quite different one";
  private final JdbcClient jdbc;
  private final AuditRecords audit;
  private final Till till;

  PasswordIT(RestTestClient client, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.audit = new AuditRecords(jdbc);
    this.till = Till.somewhere(client);
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
  void endsOtherSessionsWithANewPassword() {
    String username = Till.newUsername();
    Till here = till.signedUp(username);
    Till there = till.loggedIn(username);
    long id = here.storeId();

    here.confirmed().put("/stores/" + id, Map.of("password", NEW_PASSWORD)).is(200);

    assertThat(here.storeId()).isEqualTo(id);
    there.get("/stores").isProblem(401, "UNAUTHORIZED");
    till.logIn(username, Till.PASSWORD).is(400);
    till.logIn(username, NEW_PASSWORD).is(200);
    assertThat(audit.actions(id)).contains("password.changed");
  }

  @Test
  void changesThePasswordAndClosesTheStoreOnlyForWhoHasShownToKnowIt() {
    String username = Till.newUsername();
    Till owner = till.signedUp(username);
    Till thief = till.loggedIn(username);
    String uri = "/stores/" + owner.confirmed().storeId();
    Answer refused = thief.put(uri, Map.of("password", NEW_PASSWORD, "address", "elsewhere"));

    refused.isProblem(403, "PASSWORD_CHECK_NEEDED");
    assertThat(refused.text("message")).isEqualTo("비밀번호를 먼저 확인해 주세요.");
    thief.post("/stores/pwcheck", Map.of("password", "a guess")).is(200);
    thief.delete(uri).isProblem(403, "PASSWORD_CHECK_NEEDED");
    thief.put(uri, Map.of("address", "elsewhere")).is(200);
    till.logIn(username, Till.PASSWORD).is(200);
  }

  @Test
  void trustsACheckForHalfAnHour() {
    Till owner = till.signedUp().confirmed();
    String uri = "/stores/" + owner.storeId();
    checkedMinutesAgo(owner, 29);
    owner.put(uri, Map.of("password", NEW_PASSWORD)).is(200);
    checkedMinutesAgo(owner, 31);
    owner.put(uri, Map.of("password", "again another one")).isProblem(403, "PASSWORD_CHECK_NEEDED");
    owner.delete(uri).isProblem(403, "PASSWORD_CHECK_NEEDED");

    owner.confirmed(NEW_PASSWORD).delete(uri).is(200);
  }

  private void checkedMinutesAgo(Till owner, int minutes) {
    jdbc.sql(
            """
            update sessions set password_checked_at = now() - ? * interval '1 minute'
            where store_id = ?
            """)
        .params(minutes, owner.storeId())
        .update();
  }

  @Test
  void keepsSessionsThroughOtherChanges() {
    String username = Till.newUsername();
    Till here = till.signedUp(username);
    Till there = till.loggedIn(username);
    here.put("/stores/" + here.storeId(), Map.of("address", "elsewhere")).is(200);
    there.get("/stores").is(200);
  }
}

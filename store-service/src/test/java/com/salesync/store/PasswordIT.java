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
  private final AuditRecords audit;
  private final Till till;

  PasswordIT(RestTestClient client, JdbcClient jdbc) {
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

    here.put("/stores/" + id, Map.of("password", NEW_PASSWORD)).is(200);

    assertThat(here.storeId()).isEqualTo(id);
    there.get("/stores").isProblem(401, "UNAUTHORIZED");
    till.logIn(username, Till.PASSWORD).is(400);
    till.logIn(username, NEW_PASSWORD).is(200);
    assertThat(audit.actions(id)).contains("password.changed");
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

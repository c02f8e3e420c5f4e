package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class CloseStoreIT {

  private final JdbcClient jdbc;
  private final AuditRecords audit;
  private final Till till;

  CloseStoreIT(RestTestClient client, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.audit = new AuditRecords(jdbc);
    this.till = Till.somewhere(client);
  }

  @Test
  void closesAStoreForGoodButKeepsItsRecords() {
    String username = Till.newUsername();
    Till here = till.signedUp(username);
    Till there = till.loggedIn(username);
    long id = here.storeId();

    Answer closed = here.confirmed().delete("/stores/" + id).is(200);

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
    assertThat(audit.actions(id)).contains("store.closed");
    till.withAuthorization(TestTokens.internal("dashboard-service", id))
        .get("/internal/stores/self")
        .is(404);
  }
}

package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class LoginIT {

  private final JdbcClient jdbc;
  private final AuditRecords audit;
  private final Till till;

  LoginIT(RestTestClient client, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.audit = new AuditRecords(jdbc);
    this.till = Till.somewhere(client);
  }

  @Test
  void answersWithATokenThatWorks() {
    String username = Till.newUsername();
    long id = till.signUp(username).number("store_id");

    Answer answer = till.logIn(username, Till.PASSWORD).is(200);

    assertThat(answer.fields()).containsExactly("result", "store_id", "access_token", "csrf_token");
    assertThat(answer.text("result")).isEqualTo("success");
    assertThat(answer.number("store_id")).isEqualTo(id);
    assertThat(answer.text("csrf_token")).isNotBlank();
    assertThat(till.with(answer.text("access_token")).storeId()).isEqualTo(id);
  }

  @Test
  void worksWithATrailingSlashAndAStaleToken() {
    String username = Till.newUsername();
    till.signUp(username);
    Map<String, String> body = Map.of("username", username, "password", Till.PASSWORD);
    till.post("/stores/login/", body).is(200);
    till.withAuthorization("Bearer null").post("/stores/login", body).is(200);
  }

  @Test
  void takesNoNoticeOfTheCaseOfTheUsername() {
    String username = Till.newUsername();
    till.signUp(username);
    till.logIn(username.toUpperCase(), Till.PASSWORD).is(200);
  }

  @Test
  void answersAWrongPasswordAnUnknownUserAndAClosedStoreAlike() {
    String username = Till.newUsername();
    till.signUp(username);
    String closed = Till.newUsername();
    Till closing = till.signedUp(closed);
    closing.closed();

    Answer wrong = till.logIn(username, "not the password");
    Answer unknown = till.logIn(Till.newUsername(), "not the password");
    Answer gone = till.logIn(closed, Till.PASSWORD);

    wrong.isProblem(400, "LOGIN_FAILED");
    assertThat(wrong.text("error")).isEqualTo("Invalid username or password");
    assertThat(wrong.text("message")).isEqualTo("아이디 또는 비밀번호가 올바르지 않습니다.");
    assertThat(withoutTrace(unknown)).isEqualTo(withoutTrace(wrong));
    assertThat(withoutTrace(gone)).isEqualTo(withoutTrace(wrong));
  }

  private static JsonNode withoutTrace(Answer answer) {
    return answer.body().asObject().deepCopy().without("trace_id");
  }

  @Test
  void refusesTokensThatAreMissingOrBroken() {
    Answer anonymous = till.get("/stores").isProblem(401, "UNAUTHORIZED");
    assertThat(anonymous.headers().getFirst("WWW-Authenticate")).startsWith("Bearer");
    till.withAuthorization("Bearer null").get("/stores").isProblem(401, "UNAUTHORIZED");
  }

  @Test
  void hashesAnewWhenTheParametersHaveGrown() {
    String username = Till.newUsername();
    long id = till.signUp(username).number("store_id");
    String weaker = new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode(Till.PASSWORD);
    jdbc.sql("update stores set password_hash = ? where id = ?").params(weaker, id).update();

    till.logIn(username, Till.PASSWORD).is(200);

    assertThat(hash(id)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    till.logIn(username, Till.PASSWORD).is(200);
  }

  @Test
  void acceptsOldPasswordsThatWouldBeRefusedToday() {
    String username = Till.newUsername();
    long id = till.signUp(username).number("store_id");
    String old = new Argon2PasswordEncoder(16, 32, 1, 19456, 2).encode("1234");
    jdbc.sql("update stores set password_hash = ? where id = ?").params(old, id).update();
    till.logIn(username, "1234").is(200);
  }

  @Test
  void opensNoSessionForAPasswordThatIsChangedMeanwhile() throws Exception {
    String username = Till.newUsername();
    long id = till.signUp(username).number("store_id");
    String changed = new Argon2PasswordEncoder(16, 32, 1, 19456, 2).encode("the new one");

    CompletableFuture<Answer> login;
    try (Connection owner = PostgresServer.get().adminConnection()) {
      owner.setAutoCommit(false);
      execute(owner, "select 1 from store.stores where id = " + id + " for update");
      login = CompletableFuture.supplyAsync(() -> till.logIn(username, Till.PASSWORD));
      await().atMost(Duration.ofSeconds(30)).until(LoginIT::somebodyWaitsForARow);
      execute(owner, "update store.stores set password_hash = '" + changed + "' where id = " + id);
      owner.commit();
    }

    login.get().isProblem(400, "LOGIN_FAILED");
    assertThat(
            jdbc.sql("select count(*) from sessions where store_id = ?")
                .param(id)
                .query(Integer.class)
                .single())
        .as("the session of the sign-up")
        .isEqualTo(1);
  }

  @Test
  void recordsWhoLoggedInAndWhoDidNot() {
    String username = Till.newUsername();
    long id = till.signUp(username).number("store_id");
    till.logIn(username, "not the password");
    till.logIn(username, Till.PASSWORD);

    assertThat(audit.actions(id)).containsExactly("store.registered", "login.succeeded");
    assertThat(
            jdbc.sql("select attempt from failed_logins where store_id = ?")
                .param(id)
                .query(String.class)
                .list())
        .containsExactly("LOGIN");
    assertThat(
            jdbc.sql("select details::text from audit_log where store_id = ?")
                .param(id)
                .query(String.class)
                .list())
        .noneMatch(details -> details.contains("password") || details.contains(username));
  }

  private static boolean somebodyWaitsForARow() throws SQLException {
    try (Connection connection = PostgresServer.get().adminConnection();
        Statement statement = connection.createStatement();
        ResultSet waiting =
            statement.executeQuery(
                "select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and usename = 'store_service'")) {
      return waiting.next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String hash(long id) {
    return jdbc.sql("select password_hash from stores where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }
}

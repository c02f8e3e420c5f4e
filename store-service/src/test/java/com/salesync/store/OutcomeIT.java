package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.BreakingDatabase;
import com.salesync.common.test.BreakingDatabase.Moment;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * What is answered and what is there, at whichever moment of a write the database breaks off: a 503
 * has had no effect, a 504 may have. The same request sent again tells.
 */
@ServiceTest
@Import(BreakingDatabase.class)
class OutcomeIT {

  private static final JdbcClient ADMIN = PostgresServer.get().adminClient("store");

  private final BreakingDatabase database;
  private final Till somewhere;
  private final String username = Till.newUsername();
  private Till owner;
  private long store;

  OutcomeIT(RestTestClient client, BreakingDatabase database) {
    this.database = database;
    this.somewhere = Till.somewhere(client);
    this.owner = somewhere;
  }

  @AfterEach
  void heal() {
    database.heal();
  }

  static Stream<Arguments> writes() {
    return Moment.ofEach(
        "sign up",
        "sign up with a key",
        "log in",
        "check the password",
        "change the profile",
        "change the password",
        "change the settings",
        "log out",
        "close");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("writes")
  void happensOnceWhateverBreaks(String write, Moment moment) {
    prepare(write);
    database.breakOff("store." + table(write), row(write), moment);

    Answer answer = send(write).isProblem(moment.answer(), moment.code());

    assertThat(answer.headers().getFirst("Retry-After")).isNotNull();
    assertThat(done(write)).isEqualTo(moment.isDone() ? 1 : 0);
    heal();
    send(write).is(again(write, moment));
    assertThat(done(write)).isEqualTo(write.equals("log in") && moment.isDone() ? 2 : 1);
  }

  private void prepare(String write) {
    if (write.startsWith("sign up")) {
      return;
    }
    owner = somewhere.signedUp(username);
    store = owner.storeId();
    if (write.equals("change the password") || write.equals("close")) {
      owner.confirmed();
      somewhere.loggedIn(username);
    }
  }

  private Answer send(String write) {
    return switch (write) {
      case "sign up" -> somewhere.signUp(username);
      case "sign up with a key" ->
          somewhere.post("/stores", Till.form(username), "Idempotency-Key", "k");
      case "log in" -> somewhere.logIn(username, Till.PASSWORD);
      case "check the password" -> owner.post("/stores/pwcheck", Map.of("password", Till.PASSWORD));
      case "change the profile" -> owner.put("/stores/" + store, Map.of("address", "부산시"));
      case "change the password" ->
          owner.put("/stores/" + store, Map.of("password", "a quite different one"));
      case "change the settings" -> owner.put("/stores/settings", Map.of("language", "en"));
      case "log out" -> owner.post("/stores/logout", null);
      case "close" -> owner.delete("/stores/" + store);
      default -> throw new IllegalArgumentException(write);
    };
  }

  /** Who has logged out or closed the store without knowing it is nobody any more. */
  private static int again(String write, Moment moment) {
    return switch (write) {
      case "sign up", "sign up with a key" -> 201;
      case "log out", "close" -> moment.isDone() ? 401 : 200;
      default -> 200;
    };
  }

  private static String table(String write) {
    return switch (write) {
      case "log in", "check the password", "log out" -> "sessions";
      default -> "stores";
    };
  }

  private String row(String write) {
    return write.startsWith("sign up")
        ? "new.username = '%s'".formatted(username)
        : "new.%s = %d".formatted(table(write).equals("stores") ? "id" : "store_id", store);
  }

  /** How often it has been done. */
  private int done(String write) {
    return switch (write) {
      case "sign up", "sign up with a key" ->
          count("sessions where store_id in (select id from stores where username = ?)", username);
      case "log in" -> count("sessions where store_id = ?", store) - 1;
      case "check the password" ->
          count("sessions where store_id = ? and password_checked_at is not null", store);
      case "change the profile" -> count("stores where id = ? and address = '부산시'", store);
      case "change the password" ->
          count("sessions where store_id = ? and ended_by = 'password change'", store);
      case "change the settings" -> count("stores where id = ? and language = 'EN'", store);
      case "log out" -> count("sessions where store_id = ? and ended_by = 'logout'", store);
      case "close" -> count("stores where id = ? and closed_at is not null", store);
      default -> throw new IllegalArgumentException(write);
    };
  }

  private static int count(String rows, Object parameter) {
    return ADMIN.sql("select count(*) from " + rows).param(parameter).query(Integer.class).single();
  }
}

package com.salesync.common.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.problem.Problem;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a service's own schema holds for every service. */
@ServiceTest
class DatabaseIT {

  private static final int CALLS = 50;

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final IdempotencyGate calls;
  private final long store = TestTokens.newStore();

  DatabaseIT(JdbcClient jdbc, AuditLog audit, IdempotencyGate calls) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.calls = calls;
  }

  record Answer(long id) {}

  @Test
  void recordsWhatWasDone() {
    audit.record(store, "item.repriced", "item:1", Map.of("price", 100));

    assertThat(
            jdbc.sql("select details->>'price' from audit_log where store_id = ?")
                .param(store)
                .query(String.class)
                .single())
        .isEqualTo("100");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_log set action = 'x'",
        "delete from audit_log",
        "truncate audit_log"
      })
  void neverChangesWhatIsRecorded(String change) {
    audit.record(store, "item.repriced", "item:1", Map.of());

    assertThatThrownBy(() -> asRole(PostgresServer.owner("item"), "item", change))
        .hasMessageContaining("is refused");
    assertThatThrownBy(() -> asRole(PostgresServer.role("item"), "item", change))
        .hasMessageContaining("permission denied");
  }

  @Test
  void runsAnEffectOnceHoweverManyCallsComeAtOnce() throws Exception {
    List<Callable<Answer>> repeats = Collections.nCopies(CALLS, () -> once("key", "body"));

    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLS)) {
      for (Future<Answer> answer : threads.invokeAll(repeats)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).hasSize(CALLS).containsOnly(answers.getFirst());
    assertThat(effects()).isOne();
  }

  @Test
  void refusesAKeyThatComesWithAnotherBody() {
    once("key", "body");

    assertThatThrownBy(() -> once("key", "another body"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status().value()).isEqualTo(422);
              assertThat(problem.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
            });
    assertThat(effects()).isOne();
  }

  @Test
  void leavesNoKeyBehindWhenTheEffectFails() {
    assertThatThrownBy(
            () ->
                calls.once(
                    store,
                    "POST /samples",
                    "key",
                    "body",
                    Answer.class,
                    () -> {
                      audit.record(store, "sample", "sample:1", Map.of());
                      throw Problem.conflict("SAMPLE_TAKEN");
                    }))
        .isInstanceOf(Problem.class);
    assertThat(effects()).isZero();

    once("key", "another body");

    assertThat(effects()).isOne();
  }

  @Test
  void keepsKeysOfStoresAndEndpointsApart() {
    once("key", "body");
    Answer ofAnotherEndpoint =
        calls.once(store, "PUT /samples", "key", "other", Answer.class, this::effect);
    Answer ofAnotherStore =
        calls.once(store + 1, "POST /samples", "key", "other", Answer.class, this::effect);

    assertThat(ofAnotherEndpoint).isNotEqualTo(ofAnotherStore);
    assertThat(effects()).isEqualTo(3);
  }

  @Test
  void runsEveryCallWithoutAKey() {
    once(null, "body");
    once(null, "body");

    assertThat(effects()).isEqualTo(2);
  }

  @Test
  void knowsTheAnswerAKeyAlreadyHas() {
    assertThat(calls.answered(store, "POST /samples", "key", "body", Answer.class)).isEmpty();

    Answer answer = once("key", "body");

    assertThat(calls.answered(store, "POST /samples", "key", "body", Answer.class))
        .contains(answer);
    assertThatThrownBy(() -> calls.answered(store, "POST /samples", "key", "other", Answer.class))
        .isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "한글", "a\nb", "a\u007fb"})
  void refusesKeysTheContractDoesNotAllow(String key) {
    assertThatThrownBy(() -> once(key, "body"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status().value()).isEqualTo(400));
    assertThatThrownBy(() -> once("k".repeat(256), "body")).isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from sale.secret",
        "insert into sale.secret values (1)",
        "create table sale.mine (id int)",
        "drop schema sale cascade",
        "create table public.mine (id int)",
        "create role mine",
        "alter table audit_log disable trigger all",
        "create table mine (id int)",
        "set role item_owner",
        "set role sale_service"
      })
  void confinesARoleToWhatItWasGranted(String trespass) throws SQLException {
    try (Connection admin = PostgresServer.get().adminConnection();
        Statement statement = admin.createStatement()) {
      statement.execute("create table if not exists sale.secret (id int)");
      statement.execute("alter table sale.secret owner to sale_service");
    }

    assertThatThrownBy(() -> asRole(PostgresServer.role("item"), "item", trespass))
        .isInstanceOfSatisfying(
            SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    asRole(PostgresServer.role("sale"), "sale", "select * from sale.secret");
  }

  private Answer once(String key, String body) {
    return calls.once(store, "POST /samples", key, body, Answer.class, this::effect);
  }

  private Answer effect() {
    audit.record(store, "sample", "sample:1", Map.of());
    return new Answer(
        jdbc.sql("select max(id) from audit_log").query((row, n) -> row.getLong(1)).single());
  }

  private long effects() {
    return jdbc.sql("select count(*) from audit_log where store_id = ?")
        .param(store)
        .query((row, n) -> row.getLong(1))
        .single();
  }

  private static void asRole(String role, String schema, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                PostgresServer.get().url() + "?currentSchema=" + schema,
                role,
                PostgresServer.PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

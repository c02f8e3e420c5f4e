package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.SettableClock;
import com.salesync.store.erasure.EraseClosedStores;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is left of a closed store as time goes by. */
class ErasureIT {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final SettableClock CLOCK = new SettableClock();

  private final String database = PostgresServer.get().newDatabase("store");
  private final OtherServices others = new OtherServices();
  private final List<Replica> running = new ArrayList<>();
  private final Replica one = start("1h");
  private final JdbcClient jdbc = one.bean(JdbcClient.class);
  private final Till till = Till.somewhere(one.client());
  private final String username = Till.newUsername();
  private final long closed = closedStore();

  @AfterEach
  void stop() {
    running.forEach(Replica::close);
    others.close();
    CLOCK.reset();
  }

  @Test
  void erasesEverythingPersonalThirtyDaysAfterTheClosing() {
    long open = till.signedUp().storeId();
    CLOCK.advance(Duration.ofDays(29));
    long closedLater = till.signedUp().closed();
    erase();
    assertThat(row(closed)).as("after 29 days").contains("김사장");
    assertThat(others.asked()).isEmpty();

    CLOCK.advance(Duration.ofDays(1).plusMinutes(2));
    erase();

    assertThat(row(closed))
        .doesNotContain(username, "argon2", "김사장", "8210", "피자 나라", "세종대로", "restaurant");
    assertThat(count("stores where erased_at is not null and id = " + closed)).isOne();
    assertThat(count("failed_logins where store_id = " + closed)).isZero();
    assertThat(count("address_keys where store_id = " + closed)).isZero();
    assertThat(count("idempotency_keys where store_id = " + closed)).isZero();
    await().atMost(LONGEST_WAIT).until(() -> count("sessions where store_id = " + closed) == 0);
    assertThat(new AuditRecords(jdbc).actions(closed)).endsWith("store.closed", "store.erased");
    for (long other : List.of(open, closedLater)) {
      assertThat(row(other)).contains("김사장");
      assertThat(count("address_keys where store_id = " + other)).isOne();
    }
  }

  @Test
  void asksTheOtherServicesFirstAndActsForThatStore() {
    CLOCK.advance(Duration.ofDays(31));
    erase();
    erase();

    assertThat(others.asked())
        .hasSize(2)
        .allMatch(call -> call.contains("\"sub\":\"" + closed + "\""))
        .allMatch(call -> call.contains("\"scope\":\"internal\""))
        .anyMatch(call -> call.startsWith("POST /dashboard/internal/erasure "))
        .anyMatch(call -> call.startsWith("POST /consulting/internal/erasure "));
  }

  @Test
  void triesAgainUntilEveryServiceHasErased() {
    CLOCK.advance(Duration.ofDays(31));
    for (String service : List.of("dashboard", "consulting")) {
      others.setDown(service, true);
      erase();
      assertThat(row(closed)).as("%s is down", service).contains("김사장");
      others.setDown(service, false);
    }
    erase();
    assertThat(row(closed)).doesNotContain("김사장");
  }

  @Test
  void keepsTheUsernameFromEverybodyElse() {
    CLOCK.advance(Duration.ofDays(31));
    erase();

    for (String same : List.of(username, username.toUpperCase())) {
      till.signUp(same).isProblem(409, "USERNAME_TAKEN");
      assertThat(till.get("/stores/check?username=" + same).text("result")).isEqualTo("failed");
    }
    till.logIn(username, Till.PASSWORD).isProblem(400, "LOGIN_FAILED");
  }

  @Test
  void findsAStoreThatIsAWeekOverdue() {
    others.setDown("dashboard", true);
    CLOCK.advance(Duration.ofDays(36));
    assertThat(findings()).as("not long overdue").isEmpty();
    CLOCK.advance(Duration.ofDays(2));
    assertThat(findings()).containsExactly("store:" + closed);

    others.setDown("dashboard", false);
    erase();
    assertThat(findings()).isEmpty();
  }

  @Test
  void doesSoByItselfOncePerCluster() {
    CLOCK.advance(Duration.ofDays(31));
    jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = ?")
        .param("erase-closed-stores")
        .update();
    start("100ms");
    start("100ms");

    await()
        .atMost(LONGEST_WAIT)
        .until(() -> count("stores where erased_at is not null and id = " + closed) == 1);
    assertThat(others.asked()).hasSize(2);
  }

  private void erase() {
    one.bean(EraseClosedStores.class).eraseClosedStores();
  }

  private List<String> findings() {
    one.bean(InvariantMonitor.class).look();
    return jdbc.sql("select subject from invariant_findings where invariant = 'ERASURE'")
        .query(String.class)
        .list();
  }

  private long closedStore() {
    till.post("/stores", Till.form(username), "Idempotency-Key", "k").is(201);
    till.logIn(username, "a wrong password").is(400);
    return till.loggedIn(username).closed();
  }

  private String row(long store) {
    return jdbc.sql("select stores::text from stores where id = ?")
        .param(store)
        .query(String.class)
        .single();
  }

  private int count(String what) {
    return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
  }

  private Replica start(String interval) {
    Replica replica =
        Replica.start(
            database,
            MovedTime.class,
            "--salesync.erasure.interval=" + interval,
            "--DASHBOARD_BASE_URL=" + others.url("dashboard"),
            "--CONSULTING_BASE_URL=" + others.url("consulting"));
    running.add(replica);
    return replica;
  }

  static class MovedTime {

    @Bean
    Clock clock() {
      return CLOCK;
    }
  }
}

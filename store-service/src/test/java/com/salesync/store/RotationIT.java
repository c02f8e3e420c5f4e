package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.SettableClock;
import com.salesync.common.test.TestTokens;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys through time: replicas on one database, with a clock that can be moved. */
class RotationIT {

  private static final Duration LIFE = Duration.ofDays(30);

  /** Long enough for a busy build machine. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final SettableClock CLOCK = new SettableClock();

  private final String database = PostgresServer.get().newDatabase("store");
  private final String username = Till.newUsername();
  private final List<Replica> running = new ArrayList<>();
  private final Replica one = start();
  private final Till till = Till.somewhere(one.client());

  RotationIT() throws SQLException {
    till.signUp(username).is(201);
  }

  @AfterEach
  void stop() {
    running.forEach(Replica::close);
  }

  @Test
  void publishesAKeyAMinuteBeforeItSignsAndAsLongAsItsTokensLive() throws ParseException {
    Replica other = start();
    String oldToken = newToken(one);
    String oldKid = kid(oldToken);
    assertThat(published(one)).containsExactly(oldKid);
    assertThat(published(other)).containsExactly(oldKid);

    Answer rotation = rotate(one).is(200);
    String newKid = rotation.text("kid");
    assertThat(rotation.fields()).containsExactly("result", "message", "kid", "signs_from");
    assertThat(newKid).isNotEqualTo(oldKid);
    assertThat(rotate(other).text("kid")).as("one successor at a time").isEqualTo(newKid);
    await()
        .atMost(LONGEST_WAIT)
        .untilAsserted(
            () -> {
              assertThat(published(one)).containsExactlyInAnyOrder(oldKid, newKid);
              assertThat(published(other)).containsExactlyInAnyOrder(oldKid, newKid);
            });

    CLOCK.advance(Duration.ofSeconds(25));
    assertThat(kid(newToken(one))).as("not known to everybody yet").isEqualTo(oldKid);
    assertThat(kid(newToken(other))).isEqualTo(oldKid);
    CLOCK.advance(Duration.ofSeconds(40));
    String newToken = newToken(one);
    assertThat(kid(newToken)).isEqualTo(newKid);
    assertThat(kid(newToken(other))).isEqualTo(newKid);

    for (Replica replica : List.of(one, other)) {
      till.through(replica.client()).with(oldToken).get("/stores").is(200);
      till.through(replica.client()).with(newToken).get("/stores").is(200);
    }

    CLOCK.advance(LIFE.minus(Duration.ofMinutes(5)));
    till.with(oldToken).get("/stores").is(200);
    assertThat(published(one)).contains(oldKid);

    CLOCK.advance(Duration.ofMinutes(10));
    till.with(oldToken).get("/stores").is(401);
    await()
        .atMost(LONGEST_WAIT)
        .untilAsserted(
            () -> {
              assertThat(published(one)).containsExactly(newKid);
              assertThat(published(other)).containsExactly(newKid);
            });
    till.with(newToken(one)).get("/stores").is(200);
  }

  @Test
  void replacesAKeyOfNinetyDaysByOneSuccessorHoweverManyReplicasLook() throws ParseException {
    Replica other = start();
    String oldKid = kid(newToken(one));
    CLOCK.advance(Duration.ofDays(89));
    await()
        .during(Duration.ofMillis(500))
        .atMost(LONGEST_WAIT)
        .untilAsserted(() -> assertThat(published(one)).containsExactly(oldKid));

    CLOCK.advance(Duration.ofDays(2));

    await().atMost(LONGEST_WAIT).until(() -> published(one).size() > 1);
    await()
        .during(Duration.ofMillis(500))
        .atMost(LONGEST_WAIT)
        .untilAsserted(() -> assertThat(published(other)).hasSize(2).contains(oldKid));
    CLOCK.advance(Duration.ofSeconds(61));
    assertThat(kid(newToken(one))).isNotEqualTo(oldKid);
    assertThat(
            one.bean(JdbcClient.class)
                .sql("select details ->> 'reason' from audit_log where action = 'keys.rotated'")
                .query(String.class)
                .list())
        .containsExactly("first start", "age");
  }

  @Test
  void makesOneKeyForTenOperatorsAtOnce() throws Exception {
    Replica other = start();
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Replica replica = i % 2 == 0 ? one : other;
      calls.add(() -> rotate(replica).is(200).text("kid"));
    }
    Set<String> kids = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> future : threads.invokeAll(calls)) {
        kids.add(future.get());
      }
    }
    assertThat(kids).hasSize(1);
    assertThat(keysKept()).isEqualTo(2);
  }

  @Test
  void keepsKeysAndSessionsThroughARestart() throws ParseException {
    String token = newToken(one);
    one.close();

    Replica restarted = start();

    assertThat(published(restarted)).containsExactly(kid(token));
    till.through(restarted.client()).with(token).get("/stores").is(200);
    assertThat(kid(newToken(restarted))).isEqualTo(kid(token));
  }

  @Test
  void endsSessionsOnEveryReplicaAtOnce() {
    Replica other = start();
    String token = newToken(one);
    till.through(other.client()).with(token).get("/stores").is(200);
    till.with(token).post("/stores/logout", null).is(200);
    till.through(other.client()).with(token).get("/stores").is(401);
  }

  @Test
  void refusesToStartWithASecretThatDoesNotOpenItsKeys() {
    assertThatThrownBy(
            () -> {
              try (Replica wrong =
                  Replica.start(
                      database,
                      MovedTime.class,
                      "--SIGNING_KEYS_SECRET=another-secret-of-at-least-32-characters")) {
                wrong.client();
              }
            })
        .hasStackTraceContaining("SIGNING_KEYS_SECRET does not open signing key");
    assertThat(keysKept()).isEqualTo(1);
  }

  @Test
  void goesOnPublishingItsKeysWhileTheDatabaseIsDown() throws SQLException {
    String token = newToken(one);
    List<String> before = published(one);
    Replica.allowConnections(database, false);
    try {
      till.with(token).get("/stores").is(503);
      assertThat(published(one)).isEqualTo(before);
    } finally {
      Replica.allowConnections(database, true);
    }
    await().atMost(LONGEST_WAIT).untilAsserted(() -> till.with(token).get("/stores").is(200));
  }

  private Replica start() {
    Replica replica = Replica.start(database, MovedTime.class);
    running.add(replica);
    return replica;
  }

  private int keysKept() {
    return one.bean(JdbcClient.class)
        .sql("select count(*) from signing_keys")
        .query(Integer.class)
        .single();
  }

  private String newToken(Replica replica) {
    return till.through(replica.client())
        .logIn(username, Till.PASSWORD)
        .is(200)
        .text("access_token");
  }

  private Answer rotate(Replica replica) {
    return till.through(replica.client())
        .withAuthorization(TestTokens.operator(CLOCK.instant()))
        .post("/stores/keys/rotate", null);
  }

  private List<String> published(Replica replica) {
    return till
        .through(replica.client())
        .get("/.well-known/jwks.json")
        .is(200)
        .body()
        .path("keys")
        .values()
        .stream()
        .map(key -> key.path("kid").asString())
        .toList();
  }

  private static String kid(String token) throws ParseException {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }

  static class MovedTime {

    @Bean
    Clock clock() {
      return CLOCK;
    }
  }
}

package com.salesync.common.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.outcome.Effects;
import com.salesync.common.sample.SampleApplication;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A pool of four whose connections for new requests are all taken. */
@ServiceTest
@SpringBootTest(
    classes = SampleApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.hikari.maximum-pool-size=4",
      "spring.datasource.hikari.connection-timeout=250"
    })
class ReservingPoolIT {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final HikariDataSource pool;
  private final RestTestClient client;
  private final List<Connection> taken = new ArrayList<>();

  ReservingPoolIT(HikariDataSource pool, RestTestClient client) {
    this.pool = pool;
    this.client = client;
  }

  @BeforeEach
  void takeAllForNewRequests() throws SQLException {
    for (int i = 0; i < 2; i++) {
      Effects.ofRequest(false, () -> taken.add(pool.getConnection()));
    }
  }

  @AfterEach
  void giveBack() throws SQLException {
    for (Connection connection : taken) {
      connection.close();
      connection.close();
    }
    for (int i = 0; i < 2; i++) {
      Effects.ofRequest(false, () -> pool.getConnection().close());
    }
  }

  @Test
  void shedsARequestThatHasChangedNothing() throws SQLException {
    Effects.ofRequest(
        false,
        () ->
            assertThatThrownBy(pool::getConnection)
                .isInstanceOf(SQLTransientConnectionException.class)
                .hasMessageContaining("new requests"));
  }

  @Test
  void hasOneForTheNextStepOfWhatHasBegun() throws SQLException {
    Effects.ofRequest(
        false,
        () -> {
          Effects.happened();
          assertConnects();
        });
    Effects.ofRequest(true, this::assertConnects);
  }

  @Test
  void hasOneForWhatNoRequestWaitsFor() throws SQLException {
    assertConnects();
  }

  @Test
  void hasOneForAServiceThatAsksForAStepOfWhatHasBegun() {
    write(Map.of()).expectStatus().isEqualTo(503);
    write(Map.of(Effects.UNDER_WAY_HEADER, "true")).expectStatus().isOk();
  }

  @Test
  void hasOneForWhoeverAsksWhetherTheServiceIsReady() {
    await().untilAsserted(() -> client.get().uri("/readyz").exchange().expectStatus().isOk());
  }

  private ResponseSpec write(Map<String, String> headers) {
    return client
        .post()
        .uri("/writes/simply")
        .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(TestTokens.newStore()))
        .headers(all -> headers.forEach(all::set))
        .exchange();
  }

  @Test
  void keepsNobodyWaitingLongerThanForTheAnswer() throws SQLException {
    waitingLong(() -> Effects.ofRequest(false, this::assertRefusedInTime));
  }

  @Test
  void keepsNobodyWaitingLongerForWhatOthersHaveTakenOfTheRest() throws SQLException {
    taken.removeFirst().close();
    for (int i = 0; i < 3; i++) {
      taken.add(pool.getConnection());
    }

    waitingLong(() -> Effects.ofRequest(false, this::assertRefusedInTime));
  }

  @Test
  void opensOneForTheNextStepOfWhatHasBegunAlthoughTheAnswerIsLate() throws SQLException {
    pool.getHikariPoolMXBean().softEvictConnections();

    Effects.ofRequest(
        true,
        () ->
            assertThat(
                    Deadline.within(
                        Duration.ZERO,
                        () -> catchThrowable(() -> waitingLong(this::assertConnects))))
                .isNull());
  }

  private void waitingLong(Step step) throws SQLException {
    long before = pool.getConnectionTimeout();
    pool.setConnectionTimeout(LONGEST_WAIT.toMillis());
    try {
      step.take();
    } finally {
      pool.setConnectionTimeout(before);
    }
  }

  private void assertRefusedInTime() {
    assertTimeout(
        LONGEST_WAIT.dividedBy(2),
        () ->
            Deadline.within(
                Duration.ofMillis(300),
                () ->
                    assertThatThrownBy(pool::getConnection)
                        .isInstanceOf(SQLTransientConnectionException.class)));
  }

  private interface Step {
    void take() throws SQLException;
  }

  @Test
  void servesTheNextRequestWhenOneHasEnded() throws SQLException {
    taken.removeFirst().close();

    Effects.ofRequest(false, this::assertConnects);
  }

  private void assertConnects() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }
}

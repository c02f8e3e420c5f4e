package com.salesync.common.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.outcome.Effects;
import com.salesync.common.sample.SampleApplication;
import com.salesync.common.test.ServiceTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** A pool of four whose connections for new requests are all taken. */
@ServiceTest
@SpringBootTest(
    classes = SampleApplication.class,
    properties = {
      "spring.datasource.hikari.maximum-pool-size=4",
      "spring.datasource.hikari.connection-timeout=250"
    })
class ReservingPoolIT {

  private final DataSource pool;
  private final List<Connection> taken = new ArrayList<>();

  ReservingPoolIT(DataSource pool) {
    this.pool = pool;
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

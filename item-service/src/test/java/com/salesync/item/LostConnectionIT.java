package com.salesync.item;

import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/**
 * PostgreSQL ends the connection of a transaction of Hibernate's: the rollback fails, too, and what
 * is thrown tells of the rollback only.
 */
@ServiceTest
class LostConnectionIT {

  private static final JdbcClient ADMIN = PostgresServer.get().adminClient("item");

  private final Shop shop;

  LostConnectionIT(RestTestClient client) {
    this.shop = Shop.open(client);
  }

  @BeforeEach
  void endSomeConnections() {
    ADMIN
        .sql(
            """
            create function die() returns trigger language plpgsql as
              'begin perform pg_terminate_backend(pg_backend_pid()); return new; end'
            """)
        .update();
    ADMIN
        .sql(
            """
            create trigger die_at_once before insert or update on categories
            for each row when (new.name = 'lost-at-once') execute function die()
            """)
        .update();
    ADMIN
        .sql(
            """
            create constraint trigger die_at_commit after insert or update on categories
            deferrable initially deferred for each row
            when (new.name = 'lost-at-commit') execute function die()
            """)
        .update();
  }

  @AfterEach
  void endNoneAnyMore() {
    ADMIN.sql("drop function die cascade").update();
  }

  @ParameterizedTest
  @CsvSource({
    "lost-at-once, 503, DATABASE_UNAVAILABLE",
    "lost-at-commit, 504, OUTCOME_UNKNOWN",
  })
  void isNoProgrammersMistake(String name, int status, String code) {
    long pizza = shop.addCategory("피자");
    String json = "{\"name\":\"%s\"}".formatted(name);

    for (ResponseSpec answer :
        List.of(shop.post("/categories/", json), shop.put("/categories/" + pizza, json))) {
      answer
          .expectStatus()
          .isEqualTo(status)
          .expectHeader()
          .exists(HttpHeaders.RETRY_AFTER)
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo(code);
    }
  }
}

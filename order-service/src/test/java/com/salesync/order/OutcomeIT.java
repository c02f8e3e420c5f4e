package com.salesync.order;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.salesync.common.test.BreakingDatabase;
import com.salesync.common.test.BreakingDatabase.Moment;
import com.salesync.common.test.Parallel;
import com.salesync.common.test.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * What is answered and what is there, whichever hop of a write fails at whichever moment: a 503 has
 * had no effect, a 504 may have. The same request sent again has its effect, once.
 */
@OrderServiceTest
@Import(BreakingDatabase.class)
class OutcomeIT {

  private static final String DAY = "2026-03-01";
  private static final long SALE = 17;

  private final ItemServiceStub items = ItemServiceStub.get();
  private final BreakingDatabase database;
  private final Shop shop;
  private final long beer;
  private final long cola;

  OutcomeIT(RestTestClient client, BreakingDatabase database) {
    this.database = database;
    shop = new Shop(client);
    beer = shop.offer("Beer", 5_000);
    cola = shop.offer("Cola", 3_000);
  }

  @AfterEach
  void heal() {
    database.heal();
    items.answerAgain();
  }

  @AfterAll
  static void recordsAgree() {
    Database.assertConsistent();
  }

  /** A table is told by the status of its last order and what is on it. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    // write            fault                    answer  there             in the end
    "place,             item unreachable,        503,  none,             OPEN Beer x 1",
    "place,             item breaks off,         503,  none,             OPEN Beer x 1",
    "place,             item refuses,            503,  none,             OPEN Beer x 1",
    "place,             OPEN BEFORE_COMMIT,      503,  none,             OPEN Beer x 1",
    "place,             OPEN AT_COMMIT,          504,  none,             OPEN Beer x 1",
    "place,             OPEN AFTER_COMMIT,       504,  OPEN Beer x 1,    OPEN Beer x 1",
    "place with a key,  item breaks off,         503,  none,             OPEN Beer x 1",
    "place with a key,  OPEN BEFORE_COMMIT,      503,  none,             OPEN Beer x 1",
    "place with a key,  OPEN AT_COMMIT,          504,  none,             OPEN Beer x 1",
    "place with a key,  OPEN AFTER_COMMIT,       504,  OPEN Beer x 1,    OPEN Beer x 1",
    "change,            item unreachable,        503,  OPEN Beer x 1,    OPEN Cola x 2",
    "change,            item breaks off,         503,  OPEN Beer x 1,    OPEN Cola x 2",
    "change,            OPEN BEFORE_COMMIT,      503,  OPEN Beer x 1,    OPEN Cola x 2",
    "change,            OPEN AT_COMMIT,          504,  OPEN Beer x 1,    OPEN Cola x 2",
    "change,            OPEN AFTER_COMMIT,       504,  OPEN Cola x 2,    OPEN Cola x 2",
    "cancel,            CANCELLED BEFORE_COMMIT, 503,  OPEN Beer x 1,    CANCELLED Beer x 1",
    "cancel,            CANCELLED AT_COMMIT,     504,  OPEN Beer x 1,    CANCELLED Beer x 1",
    "cancel,            CANCELLED AFTER_COMMIT,  504,  CANCELLED Beer x 1, CANCELLED Beer x 1",
    "pay,               PAID BEFORE_COMMIT,      503,  OPEN Beer x 1,    PAID Beer x 1",
    "pay,               PAID AT_COMMIT,          504,  OPEN Beer x 1,    PAID Beer x 1",
    "pay,               PAID AFTER_COMMIT,       504,  PAID Beer x 1,    PAID Beer x 1",
    "void,              VOIDED BEFORE_COMMIT,    503,  PAID Beer x 1,    VOIDED Beer x 1",
    "void,              VOIDED AT_COMMIT,        504,  PAID Beer x 1,    VOIDED Beer x 1",
    "void,              VOIDED AFTER_COMMIT,     504,  VOIDED Beer x 1,  VOIDED Beer x 1",
  })
  void happensOnceWhateverFails(String write, String fault, int answer, String there, String end) {
    prepare(write);
    provoke(fault);

    write(write).isProblem(answer, answer == 504 ? "OUTCOME_UNKNOWN" : unavailable(fault));

    if (fault.equals("item unreachable")) {
      items.comeBack();
    }
    assertThat(table()).isEqualTo(there);
    heal();
    write(write).hasStatus(200);
    assertThat(table()).isEqualTo(end);
  }

  @Test
  void doesNotKnowWhatBecomesOfACallWithItsKeyThatStillRuns() throws SQLException {
    Database.delayNewOrders(shop.id, Duration.ofSeconds(5));
    List<Answer> answers;
    try {
      answers = Parallel.times(2, i -> write("place with a key"));
    } finally {
      Database.delayNone();
    }

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 504);
    answers.stream()
        .filter(answer -> answer.status() == 504)
        .forEach(answer -> answer.isProblem(504, "OUTCOME_UNKNOWN"));
    write("place with a key").hasStatus(200);
    assertThat(table()).isEqualTo("OPEN Beer x 1");
  }

  @Test
  void doesNotKnowWhatBecomesOfACallWithItsKeyAtAnotherReplica() throws SQLException {
    try (Connection replica = PostgresServer.get().adminConnection();
        Statement statement = replica.createStatement()) {
      replica.setAutoCommit(false);
      statement.execute(
          """
          insert into orders.idempotency_keys (store_id, endpoint, key, fingerprint)
          values (%d, 'POST /orders', 'k', 'f')
          """
              .formatted(shop.id));

      write("place with a key").isProblem(504, "OUTCOME_UNKNOWN");

      replica.rollback();
    }
    write("place with a key").hasStatus(200);
    assertThat(table()).isEqualTo("OPEN Beer x 1");
  }

  private void prepare(String write) {
    if (!write.startsWith("place")) {
      shop.postAnew(Shop.order(1, beer, 1)).hasStatus(200);
    }
    if (write.equals("void")) {
      write("pay").hasStatus(200);
    }
  }

  private Answer write(String write) {
    return switch (write) {
      case "place" -> shop.post(Shop.order(1, beer, 1));
      case "place with a key" -> shop.post(Shop.order(1, beer, 1), "Idempotency-Key", "k");
      case "change" -> shop.put(Shop.order(1, cola, 2));
      case "cancel" -> shop.cancel(1);
      case "pay" -> shop.pay(1, SALE, 5_000, DAY);
      case "void" -> shop.voidSale(SALE);
      default -> throw new IllegalArgumentException(write);
    };
  }

  private void provoke(String fault) {
    switch (fault) {
      case "item unreachable" -> items.goDown();
      case "item breaks off" ->
          items.failWith(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
      case "item refuses" -> items.failWith(jsonResponse("{}", 503));
      default -> {
        String[] words = fault.split(" ");
        database.breakOff(
            "orders.orders",
            "new.store_id = %d and new.status = '%s'".formatted(shop.id, words[0]),
            Moment.valueOf(words[1]));
      }
    }
  }

  private static String unavailable(String fault) {
    return fault.startsWith("item") ? "NEIGHBOUR_UNAVAILABLE" : "DATABASE_UNAVAILABLE";
  }

  private String table() {
    List<String> rows =
        Database.rows(
            """
            select o.status || ' ' || string_agg(l.item_name || ' x ' || l.quantity, ', ')
            from orders o join order_lines l on (l.store_id, l.order_id) = (o.store_id, o.id)
            where o.store_id = %d group by o.store_id, o.id
            """
                .formatted(shop.id));
    return rows.isEmpty() ? "none" : String.join("; ", rows);
  }
}

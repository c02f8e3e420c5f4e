package com.salesync.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.BreakingDatabase;
import com.salesync.common.test.BreakingDatabase.Moment;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/**
 * What is answered and what is there, at whichever moment of a write the database breaks off: a 503
 * has had no effect, a 504 may have. The rollback of a transaction of Hibernate's fails then, too,
 * and what is thrown tells of the rollback only.
 */
@ServiceTest
@Import(BreakingDatabase.class)
class OutcomeIT {

  private static final JdbcClient ADMIN = PostgresServer.get().adminClient("item");

  private final BreakingDatabase database;
  private final Shop shop;
  private final long category;
  private final long item;

  OutcomeIT(RestTestClient client, BreakingDatabase database) {
    this.database = database;
    shop = Shop.open(client);
    category = shop.addCategory("피자");
    item = shop.addItem(category, "마르게리타", 12_000);
  }

  @AfterEach
  void heal() {
    database.heal();
  }

  static Stream<Arguments> writes() {
    return Moment.ofEach(
        "add a category",
        "rename a category",
        "remove a category",
        "add an item",
        "change an item",
        "remove an item",
        "set costs",
        "set a cost");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("writes")
  void happensOnceWhateverBreaks(String write, Moment moment) {
    database.breakOff("item." + table(write), "new.store_id = " + shop.id, moment);

    send(write)
        .expectStatus()
        .isEqualTo(moment.answer())
        .expectHeader()
        .exists(HttpHeaders.RETRY_AFTER)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(moment.code());

    assertThat(done(write)).isEqualTo(moment.isDone() ? 1 : 0);
    heal();
    send(write).expectStatus().isEqualTo(again(write, moment));
    assertThat(done(write)).isOne();
  }

  private ResponseSpec send(String write) {
    return switch (write) {
      case "add a category" -> shop.post("/categories", "{\"name\":\"음료\"}");
      case "rename a category" -> shop.put("/categories/" + category, "{\"name\":\"음료\"}");
      case "remove a category" -> shop.delete("/categories/" + category);
      case "add an item" ->
          shop.post("/categories/" + category + "/items", "{\"name\":\"콜라\",\"price\":3000}");
      case "change an item" ->
          shop.put("/categories/items/" + item, "{\"name\":\"콜라\",\"price\":3000}");
      case "remove an item" -> shop.delete("/categories/items/" + item);
      case "set costs" ->
          shop.post(
              "/categories/items/costs",
              "{\"items\":[{\"item_id\":%d,\"cost\":700}]}".formatted(item));
      case "set a cost" -> shop.put("/categories/items/costs/" + item, "{\"cost\":700}");
      default -> throw new IllegalArgumentException(write);
    };
  }

  /** Of what has no key, a repeat tells that it is there, or that it is gone. */
  private static int again(String write, Moment moment) {
    return switch (write) {
      case "add a category", "add an item" -> moment.isDone() ? 409 : 201;
      case "remove a category", "remove an item" -> moment.isDone() ? 404 : 200;
      case "rename a category" -> 201;
      default -> 200;
    };
  }

  private static String table(String write) {
    return switch (write) {
      case "set costs", "set a cost" -> "item_costs";
      case "add an item", "change an item", "remove an item" -> "items";
      default -> "categories";
    };
  }

  /** How often it has been done. */
  private int done(String write) {
    return count(
        table(write),
        switch (write) {
          case "add a category", "rename a category" -> "name = '음료'";
          case "add an item", "change an item" -> "name = '콜라' and price = 3000";
          case "remove a category", "remove an item" -> "deleted_at is not null";
          default -> "cost = 700";
        });
  }

  private int count(String table, String condition) {
    return ADMIN
        .sql("select count(*) from %s where store_id = ? and %s".formatted(table, condition))
        .param(shop.id)
        .query(Integer.class)
        .single();
  }
}

package com.salesync.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Who waits for whom: another transaction is held open while a call comes in. */
@ServiceTest
class LockIT {

  private final Shop shop;
  private final long pizza;
  private Connection other;

  LockIT(RestTestClient client) {
    this.shop = Shop.open(client);
    this.pizza = shop.addCategory("피자");
  }

  @BeforeEach
  void begin() throws SQLException {
    other = PostgresServer.get().adminConnection();
    other.setAutoCommit(false);
  }

  @AfterEach
  void end() throws SQLException {
    other.close();
  }

  @Test
  void addsNoItemToACategoryThatIsBeingRemoved() throws Exception {
    execute("update item.categories set deleted_at = now() where id = " + pizza);
    CompletableFuture<Integer> answer =
        startAndWait(
            () -> shop.post("/categories/" + pizza + "/items", "{\"name\":\"치즈\",\"price\":1}"));

    other.commit();

    assertThat(answer.get()).isEqualTo(404);
  }

  @Test
  void removesAnItemThatJoinsTheCategoryMeanwhile() throws Exception {
    execute("select id from item.categories where id = " + pizza + " for share");
    execute(
        "insert into item.items (store_id, category_id, name, price) values (%d, %d, '치즈', 1)"
            .formatted(shop.id, pizza));
    CompletableFuture<Integer> answer = startAndWait(() -> shop.delete("/categories/" + pizza));

    other.commit();

    assertThat(answer.get()).isEqualTo(200);
    shop.get("/categories/items/costs").expectBody().jsonPath("$.items.length()").isEqualTo(0);
  }

  @Test
  void locksItemsInAscendingOrderSoThatNoTwoCallsWaitForEachOther() throws Exception {
    long first = shop.addItem(pizza, "치즈", 1);
    long second = shop.addItem(pizza, "콤비네이션", 1);
    execute("select id from item.items where id = " + first + " for update");
    CompletableFuture<Integer> answer =
        startAndWait(
            () ->
                shop.post(
                    "/categories/items/costs",
                    "{\"items\":[{\"item_id\":%d,\"cost\":1},{\"item_id\":%d,\"cost\":1}]}"
                        .formatted(second, first)));

    assertThatCode(
            () -> execute("select id from item.items where id = " + second + " for update nowait"))
        .doesNotThrowAnyException();

    other.rollback();
    assertThat(answer.get()).isEqualTo(200);
  }

  /** Returns once the call waits for the other transaction, or has not waited and is over. */
  private static CompletableFuture<Integer> startAndWait(Supplier<ResponseSpec> call) {
    CompletableFuture<Integer> answer =
        CompletableFuture.supplyAsync(() -> call.get().returnResult().getStatus().value());
    await().until(() -> answer.isDone() || someoneWaits());
    return answer;
  }

  private static boolean someoneWaits() throws SQLException {
    try (Connection watcher = PostgresServer.get().adminConnection();
        Statement statement = watcher.createStatement();
        ResultSet waiting =
            statement.executeQuery(
                """
                select from pg_stat_activity
                where usename = 'item_service' and wait_event_type = 'Lock'
                """)) {
      return waiting.next();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = other.createStatement()) {
      statement.execute(sql);
    }
  }
}

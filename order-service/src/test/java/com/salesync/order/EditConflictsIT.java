package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Two tills at one table: ETag on read, If-Match on write. */
@OrderServiceTest
class EditConflictsIT {

  private final Shop shop;
  private final long pizza;
  private final long cola;

  EditConflictsIT(RestTestClient client) {
    shop = new Shop(client);
    pizza = shop.offer("Pizza", 20_000);
    cola = shop.offer("Cola", 3_000);
  }

  @Test
  void aCurrentTagLetsEveryWriteThrough() {
    shop.post(Shop.order(1, pizza, 1));
    shop.post(Shop.order(1, cola, 1), "If-Match", shop.unpaid(1).etag()).hasStatus(200);
    shop.put(Shop.order(1, cola, 2), "If-Match", shop.unpaid(1).etag()).hasStatus(200);
    shop.cancel(1, "If-Match", "\"other\", " + shop.unpaid(1).etag()).hasStatus(200);
    assertThat(shop.unpaid(1).at("/carts").size()).isZero();
  }

  @Test
  void theAnswerToAWriteCarriesTheTagForTheNext() {
    String placed = shop.post(Shop.order(1, pizza, 1)).etag();
    assertThat(placed).isEqualTo(shop.unpaid(1).etag());
    String replaced = shop.put(Shop.order(1, cola, 1), "If-Match", placed).etag();
    assertThat(replaced).isNotEqualTo(placed).isEqualTo(shop.unpaid(1).etag());
  }

  @Test
  void aStaleTagIsRefusedWithTheCurrentOrder() {
    String stale = shop.post(Shop.order(1, pizza, 1)).etag();
    shop.post(Shop.order(1, cola, 1));
    String[] ifMatch = {"If-Match", stale};

    for (Answer answer :
        new Answer[] {
          shop.put(Shop.order(1, cola, 5), ifMatch),
          shop.put(Shop.order(1), ifMatch),
          shop.post(Shop.order(1, pizza, 5), ifMatch),
          shop.cancel(1, ifMatch)
        }) {
      answer.isProblem(412, "ORDER_CHANGED");
      assertThat(answer.number("/order/order_id")).isEqualTo(shop.unpaid(1).number("/order_id"));
      assertThat(answer.number("/order/version")).isEqualTo(shop.unpaid(1).number("/version"));
      assertThat(answer.number("/order/total_price")).isEqualTo(23_000);
      assertThat(answer.at("/order/carts")).isEqualTo(shop.unpaid(1).at("/carts"));
    }
    assertThat(shop.linesOf(1)).isEqualTo("Pizza x 1, Cola x 1");
  }

  @Test
  void aTagOfAPaidOrderDoesNotFitTheNextOne() {
    String first = shop.post(Shop.order(1, pizza, 1)).etag();
    shop.pay(1, 1, 20_000, "2026-03-01").hasStatus(200);
    shop.post(Shop.order(1, cola, 1));
    shop.put(Shop.order(1, pizza, 1), "If-Match", first).isProblem(412, "ORDER_CHANGED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\"1-1\"", "nonsense", ""})
  void nothingOpenMatchesNoTag(String tag) {
    String[] ifMatch = {"If-Match", tag};
    for (Answer answer :
        new Answer[] {
          shop.put(Shop.order(1, cola, 5), ifMatch),
          shop.post(Shop.order(1, pizza, 5), ifMatch),
          shop.cancel(1, ifMatch)
        }) {
      answer.isProblem(412, "ORDER_CHANGED");
      assertThat(answer.at("/order")).hasToString("{\"carts\":[]}");
    }
    assertThat(Database.rows("select id from orders where store_id = " + shop.id)).isEmpty();
  }

  @Test
  void aStarMatchesWhateverIsOpen() {
    shop.post(Shop.order(1, pizza, 1));
    shop.put(Shop.order(1, cola, 1), "If-Match", "*").hasStatus(200);
  }

  @Test
  void ofTwoTillsWithTheSameTagOneWins() {
    String tag = shop.post(Shop.order(1, pizza, 1)).etag();
    assertThat(
            Parallel.times(10, i -> shop.put(Shop.order(1, pizza, 2 + i), "If-Match", tag).status())
                .stream()
                .filter(status -> status == 200))
        .hasSize(1);
  }

  @Test
  void aReadWithTheCurrentTagIsNotRepeated() {
    shop.post(Shop.order(1, pizza, 1));
    assertThat(shop.get("/orders/unpaids/1", "If-None-Match", shop.unpaid(1).etag()).status())
        .isEqualTo(304);
  }

  @Test
  void everyChangeRaisesTheVersion() {
    long placed = shop.post(Shop.order(1, pizza, 1)).number("/version");
    long added = shop.post(Shop.order(1, cola, 1)).number("/version");
    long replaced = shop.put(Shop.order(1, cola, 2)).number("/version");
    assertThat(added).isGreaterThan(placed);
    assertThat(replaced).isGreaterThan(added);
    assertThat(shop.get("/orders/unpaids").number("/orders/0/version")).isEqualTo(replaced);
  }
}

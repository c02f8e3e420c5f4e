package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Two stores may have orders of the same ids: nodes hand them out by themselves. */
@OrderServiceTest
class SameIdsIT {

  private static final String DAY = "2026-03-01";

  private final Shop shop;
  private final Shop other;
  private final long pizza;

  SameIdsIT(RestTestClient client) throws SQLException {
    shop = new Shop(client);
    other = new Shop(client);
    pizza = shop.offer("Pizza", 20_000);
    long order = shop.post(Shop.order(4, pizza, 1)).number("/order_id");
    Database.change(
        """
        insert into orders (store_id, id, table_no, opened_at, business_day, total_price)
        values (%d, %d, 4, now(), '%s', 5000)
        """
            .formatted(other.id, order, DAY),
        "insert into order_lines values (%d, %d, 0, 1, 'Soup', 5000, 1)"
            .formatted(other.id, order));
  }

  @Test
  void eachReadsItsOwn() {
    assertThat(shop.linesOf(4)).isEqualTo("Pizza x 1");
    assertThat(other.linesOf(4)).isEqualTo("Soup x 1");
    assertThat(other.get("/orders/daily?date=" + DAY).at("/orders/0/carts").size()).isEqualTo(1);
  }

  @Test
  void eachChangesItsOwn() {
    shop.put(Shop.order(4, pizza, 2, shop.offer("Cola", 3_000), 1)).hasStatus(200);
    assertThat(other.linesOf(4)).isEqualTo("Soup x 1");
    shop.pay(4, 17, 43_000, DAY).hasStatus(200);
    assertThat(other.linesOf(4)).isEqualTo("Soup x 1");
    other.pay(4, 17, 5_000, DAY).hasStatus(200);
    assertThat(shop.volumes(DAY, DAY).at("/volumes").size()).isEqualTo(2);
    assertThat(other.volumes(DAY, DAY).at("/volumes").size()).isEqualTo(1);
    shop.voidSale(17).hasStatus(200);
    assertThat(shop.volumes(DAY, DAY).at("/volumes").size()).isZero();
    assertThat(shop.rebuild(DAY, DAY).at("/differences").size()).isZero();
    assertThat(other.rebuild(DAY, DAY).at("/differences").size()).isZero();
    Database.assertConsistent();
  }
}

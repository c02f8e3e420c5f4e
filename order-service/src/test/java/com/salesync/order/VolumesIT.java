package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.Parallel;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The rebuild command finds the roll-up equal, or repairs it. */
@OrderServiceTest
class VolumesIT {

  private static final String DAY = "2026-03-01";

  private final Shop shop;
  private final long pizza;

  VolumesIT(RestTestClient client) {
    shop = new Shop(client);
    pizza = shop.offer("Pizza", 20_000);
    for (int sale = 1; sale <= 4; sale++) {
      shop.postAnew(Shop.order(sale, pizza, sale));
      shop.pay(sale, sale, 20_000L * sale, sale < 3 ? DAY : "2026-03-02").hasStatus(200);
    }
    shop.voidSale(4).hasStatus(200);
    shop.postAnew(Shop.order(9, pizza, 9));
  }

  @Test
  void aRebuildFindsTheRollUpEqual() {
    Answer before = shop.volumes("2026-01-01", "2026-12-31");

    Answer answer = shop.rebuild("2026-01-01", "2026-12-31").hasStatus(200);

    assertThat(answer.at("/differences").size()).isZero();
    assertThat(answer.number("/store_id")).isEqualTo(shop.id);
    assertThat(shop.volumes("2026-01-01", "2026-12-31").body()).isEqualTo(before.body());
    assertThat(before.at("/volumes").size()).isEqualTo(2);
    assertThat(before.number("/volumes/0/quantity")).isEqualTo(3);
    assertThat(before.number("/volumes/1/quantity")).isEqualTo(3);
  }

  @Test
  void aRebuildReportsAndRepairsPlantedErrors() throws SQLException {
    Answer right = shop.volumes("2026-01-01", "2026-12-31");
    Database.change(
        "update daily_item_volumes set quantity = 7, revenue = 1 where business_day = '%s' and store_id = %d"
            .formatted(DAY, shop.id),
        "insert into daily_item_volumes values (%d, '%s', 999, 'Ghost', 1, 1)"
            .formatted(shop.id, DAY),
        "delete from daily_item_volumes where business_day = '2026-03-02' and store_id = "
            + shop.id);

    Answer answer = shop.rebuild("2026-01-01", "2026-12-31").hasStatus(200);

    assertThat(answer.at("/differences").size()).isEqualTo(3);
    assertThat(answer.at("/differences").valueStream().map(Object::toString))
        .contains(
            "{\"business_day\":\"%s\",\"item_id\":%d,\"recorded_quantity\":7,\"recorded_revenue\":1,\"quantity\":3,\"revenue\":60000}"
                .formatted(DAY, pizza));
    assertThat(shop.volumes("2026-01-01", "2026-12-31").body()).isEqualTo(right.body());
    assertThat(shop.rebuild("2026-01-01", "2026-12-31").at("/differences").size()).isZero();
    Database.assertConsistent();
  }

  @Test
  void aRebuildTouchesItsRangeOnly() throws SQLException {
    Database.change(
        "update daily_item_volumes set quantity = 99 where store_id = %d".formatted(shop.id));
    assertThat(shop.rebuild(DAY, DAY).at("/differences").size()).isEqualTo(1);
    assertThat(shop.rebuild("2026-03-02", "2026-03-02").at("/differences").size()).isEqualTo(1);
  }

  @Test
  void repairsDuringPaymentsLoseNone() {
    Parallel.times(
        60,
        i -> {
          if (i % 3 == 0) {
            plantAnError();
            shop.rebuild(DAY, DAY).hasStatus(200);
          } else {
            shop.post(Shop.order(100 + i, pizza, 1)).hasStatus(200);
            shop.pay(100 + i, 100 + i, 20_000, DAY).hasStatus(200);
          }
          return i;
        });
    assertThat(shop.volumes(DAY, DAY).number("/volumes/0/quantity")).isEqualTo(43);
    Database.assertConsistent();
  }

  private void plantAnError() {
    try {
      Database.change(
          "update daily_item_volumes set quantity = quantity + 1000 where business_day = '%s' and store_id = %d"
              .formatted(DAY, shop.id));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

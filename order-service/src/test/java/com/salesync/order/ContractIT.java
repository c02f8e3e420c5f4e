package com.salesync.order;

import com.salesync.common.test.ConsumerContracts;
import java.time.Instant;
import java.util.Map;
import org.springframework.test.web.servlet.client.RestTestClient;

@OrderServiceTest
class ContractIT extends ConsumerContracts {

  private static final String DAY = "2026-03-01";
  private static final int PAID_TABLE = 4;
  private static final int OPEN_TABLE = 6;
  private static final int EMPTY_TABLE = 7;
  private static final long PAID_SALE = 17;
  private static final long SALE_TO_VOID = 18;

  private final Shop shop;

  ContractIT(RestTestClient client) {
    super(client);
    this.shop = new Shop(client);
  }

  @Override
  protected Map<String, Object> given() {
    long pizza = shop.offer("Pizza", 20_000);
    order(PAID_TABLE, pizza);
    shop.pay(PAID_TABLE, PAID_SALE, 40_000, DAY).hasStatus(200);
    order(5, pizza);
    shop.pay(5, SALE_TO_VOID, 40_000, DAY).hasStatus(200);
    order(OPEN_TABLE, pizza);
    return Map.of(
        "store", shop.id,
        "day", DAY,
        "now", Instant.now(),
        "open_table", OPEN_TABLE,
        "total", 40_000,
        "paid_table", PAID_TABLE,
        "empty_table", EMPTY_TABLE,
        "paid_sale", PAID_SALE,
        "sale_to_void", SALE_TO_VOID);
  }

  private void order(int table, long item) {
    shop.post(Shop.order(table, item, 2)).hasStatus(200);
  }
}

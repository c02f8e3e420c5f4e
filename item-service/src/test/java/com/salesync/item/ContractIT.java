package com.salesync.item;

import com.salesync.common.test.ConsumerContracts;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.time.BusinessDays;
import java.time.Instant;
import java.util.Map;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ContractIT extends ConsumerContracts {

  private final Shop shop;

  ContractIT(RestTestClient client) {
    super(client);
    this.shop = Shop.open(client);
  }

  @Override
  protected Map<String, Object> given() {
    long item = shop.addItem(shop.addCategory("피자"), "치즈", 18_000);
    shop.setCost(item, 7_000);
    return Map.of("store", shop.id, "item", item, "day", BusinessDays.DEFAULT.dayOf(Instant.now()));
  }
}

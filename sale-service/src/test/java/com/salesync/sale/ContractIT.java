package com.salesync.sale;

import com.salesync.common.test.ConsumerContracts;
import com.salesync.common.test.ServiceTest;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ContractIT extends ConsumerContracts {

  private final Till till;

  ContractIT(RestTestClient client) {
    super(client);
    this.till = new Till(client);
  }

  @Override
  protected Map<String, Object> given() {
    OrderServiceFake.get().open(till.store(), 4, 12_000);
    till.pay(4, 12_000);
    LocalDate today = Till.today();
    return Map.of("store", till.store(), "yesterday", today.minusDays(1), "today", today);
  }
}

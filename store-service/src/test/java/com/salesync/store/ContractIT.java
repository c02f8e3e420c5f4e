package com.salesync.store;

import com.salesync.common.test.ConsumerContracts;
import com.salesync.common.test.ServiceTest;
import java.util.Map;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ContractIT extends ConsumerContracts {

  private final Till till;

  ContractIT(RestTestClient client) {
    super(client);
    this.till = Till.somewhere(client);
  }

  @Override
  protected Map<String, Object> given() {
    long store = till.signedUp().storeId();
    till.signedUp().post("/stores/logout", null).is(200);
    till.signedUp().post("/stores/logout", null).is(200);
    return Map.of("store", store);
  }
}

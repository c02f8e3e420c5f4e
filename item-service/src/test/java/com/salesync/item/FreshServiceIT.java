package com.salesync.item;

import com.salesync.common.test.FreshService;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FreshServiceIT {

  @Test
  void isWarmWhenReadyAndGoesOnWithoutStoreService() throws IOException {
    try (FreshService service = new FreshService(ItemServiceApplication.class)) {
      service.assertWarmWithoutATrace();
      service.assertRefusesWithoutStoreService("PUT /categories/1");
      service.assertRefusesWithoutStoreService("PUT /categories/items/1");
      service.assertRefusesWithoutStoreService("POST /categories/items/costs");
      service.assertGoesOnWithoutStoreService("GET /categories/items");
    }
  }
}

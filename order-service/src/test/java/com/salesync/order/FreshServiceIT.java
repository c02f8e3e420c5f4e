package com.salesync.order;

import com.salesync.common.test.FreshService;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FreshServiceIT {

  @Test
  void isWarmWhenReadyAndGoesOnWithoutStoreService() throws IOException {
    try (FreshService service = new FreshService(OrderServiceApplication.class)) {
      service.assertWarmWithoutATrace();
      service.assertGoesOnWithoutStoreService("GET /orders/unpaids");
      service.assertGoesOnWithoutStoreService("POST /orders");
      service.assertGoesOnWithoutStoreService("PUT /orders");
      service.assertGoesOnWithoutStoreService("DELETE /orders/1");
    }
  }
}

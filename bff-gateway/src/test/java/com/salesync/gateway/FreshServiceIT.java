package com.salesync.gateway;

import com.salesync.common.test.FreshService;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FreshServiceIT {

  @Test
  void isWarmWhenReadyAndGoesOnWithoutStoreService() throws IOException {
    try (FreshService service = new FreshService(GatewayApplication.class)) {
      service.assertWarmWithoutATrace();
      service.assertRefusesWithoutStoreService("POST /bff/costs");
      service.assertGoesOnWithoutStoreService("GET /bff/nothing");
    }
  }
}

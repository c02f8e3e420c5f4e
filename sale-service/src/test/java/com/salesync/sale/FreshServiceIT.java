package com.salesync.sale;

import com.salesync.common.test.FreshService;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FreshServiceIT {

  @Test
  void isWarmWhenReadyAndGoesOnWithoutStoreService() throws IOException {
    try (FreshService service = new FreshService(SaleServiceApplication.class)) {
      service.assertWarmWithoutATrace();
      service.assertRefusesWithoutStoreService("DELETE /sales/1");
      service.assertGoesOnWithoutStoreService("POST /sales");
      service.assertGoesOnWithoutStoreService("GET /sales?date=2026-01-01");
    }
  }
}

package com.salesync.dashboard;

import com.salesync.common.test.FreshService;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FreshServiceIT {

  @Test
  void isWarmWhenReadyAndGoesOnWithoutStoreService() throws IOException {
    try (FreshService service = new FreshService(DashboardServiceApplication.class)) {
      service.assertWarmWithoutATrace();
      service.assertRefusesWithoutStoreService("POST /dashboard/settlements?date=2026-01-01");
      service.assertRefusesWithoutStoreService("GET /dashboard/calculate?date=2026-01-01");
      service.assertGoesOnWithoutStoreService(
          "GET /dashboard/settlements?start=2026-01-01&end=2026-01-01");
    }
  }
}

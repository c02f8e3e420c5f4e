package com.salesync.dashboard;

import com.salesync.common.test.FreshService;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FreshServiceIT {

  @Test
  void isWarmWhenReady() throws IOException {
    try (FreshService service = new FreshService(DashboardServiceApplication.class)) {
      service.assertWarmWithoutATrace();
          "GET /dashboard/settlements?start=2026-01-01&end=2026-01-01");
    }
  }
}

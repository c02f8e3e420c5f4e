package com.salesync.consulting;

import com.salesync.common.test.FreshService;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FreshServiceIT {

  @Test
  void isWarmWhenReadyAndGoesOnWithoutStoreService() throws IOException {
    try (FreshService service = new FreshService(ConsultingServiceApplication.class)) {
      service.assertWarmWithoutATrace();
      service.assertGoesOnWithoutStoreService("GET /consulting/1");
    }
  }
}

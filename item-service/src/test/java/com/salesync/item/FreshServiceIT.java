package com.salesync.item;

import com.salesync.common.test.FreshService;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FreshServiceIT {

  @Test
  void isWarmWhenReady() throws IOException {
    try (FreshService service = new FreshService(ItemServiceApplication.class)) {
      service.assertWarmWithoutATrace();
    }
  }
}

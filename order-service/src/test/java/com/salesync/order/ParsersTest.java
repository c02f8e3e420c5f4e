package com.salesync.order;

import com.salesync.common.test.property.ParsersContract;
import java.util.Map;

class ParsersTest extends ParsersContract {

  ParsersTest() {
    super("com.salesync.order", Map.of());
  }
}

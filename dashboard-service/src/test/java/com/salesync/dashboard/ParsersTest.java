package com.salesync.dashboard;

import com.salesync.common.test.property.ParsersContract;
import java.util.Map;

class ParsersTest extends ParsersContract {

  ParsersTest() {
    super("com.salesync.dashboard", Map.of());
  }
}

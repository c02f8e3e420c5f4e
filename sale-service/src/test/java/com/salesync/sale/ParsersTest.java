package com.salesync.sale;

import com.salesync.common.test.property.ParsersContract;
import java.util.Map;

class ParsersTest extends ParsersContract {

  ParsersTest() {
    super("com.salesync.sale", Map.of());
  }
}

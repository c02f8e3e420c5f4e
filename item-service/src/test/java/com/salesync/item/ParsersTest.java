package com.salesync.item;

import com.salesync.common.test.property.ParsersContract;
import java.util.Map;

class ParsersTest extends ParsersContract {

  ParsersTest() {
    super("com.salesync.item", Map.of());
  }
}

package com.salesync.store;

import com.salesync.common.test.property.ParsersContract;
import java.util.Map;

class ParsersTest extends ParsersContract {

  static final Map<String, String> SAMPLES =
      Map.of(
          "username", "owner",
          "password", Till.PASSWORD,
          "phone", "010-1234-5678",
          "time_zone", "Europe/Berlin",
          "day_start", "06:00",
          "language", "ko");

  ParsersTest() {
    super("com.salesync.store", SAMPLES);
  }
}

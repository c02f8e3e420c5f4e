package com.salesync.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "0, 203.0.113.1,                         10.0.0.9",
        "1, -,                                   10.0.0.9",
        "1, 203.0.113.1,                         203.0.113.1",
        "1, '6.6.6.6, 203.0.113.1',              203.0.113.1",
        "2, '6.6.6.6, 203.0.113.1, 10.1.1.1',    203.0.113.1",
        "2, 203.0.113.1,                         10.0.0.9",
        "1, '203.0.113.1, <script>',             10.0.0.9",
        "1, 2001:db8::1,                         2001:db8::1",
      })
  void countsFromTheRight(int trusted, String forwarded, String expected) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr("10.0.0.9");
    if (forwarded != null) {
      request.addHeader("X-Forwarded-For", forwarded);
    }
    assertThat(new ClientAddress(trusted).of(request)).isEqualTo(expected);
  }
}

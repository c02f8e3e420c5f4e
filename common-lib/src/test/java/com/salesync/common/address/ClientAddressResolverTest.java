package com.salesync.common.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressResolverTest {

  private static final String PEER = "10.1.2.3";

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "0, 203.0.113.1,                         10.1.2.3",
        "1, -,                                   10.1.2.3",
        "1, 203.0.113.1,                         203.0.113.1",
        "1, '6.6.6.6, 203.0.113.1',              203.0.113.1",
        "2, '6.6.6.6, 203.0.113.1, 10.1.1.1',    203.0.113.1",
        "2, 203.0.113.1,                         10.1.2.3",
        "1, '203.0.113.1, <script>',             10.1.2.3",
        "1, 2001:db8::1,                         2001:db8::1",
        "1, 'not an address',                    10.1.2.3",
        "1, '203.0.113.7,',                      10.1.2.3",
        "1, '',                                  10.1.2.3",
      })
  void countsFromTheRight(int proxies, String forwarded, String expected) {
    MockHttpServletRequest request = request(PEER);
    if (forwarded != null) {
      request.addHeader("X-Forwarded-For", forwarded);
    }
    assertThat(new ClientAddressResolver(proxies, peer -> true).literal(request))
        .isEqualTo(expected);
  }

  @Test
  void countsOnThroughRepeatedHeaders() {
    MockHttpServletRequest request = request(PEER);
    request.addHeader("X-Forwarded-For", "1.1.1.1");
    request.addHeader("X-Forwarded-For", "2.2.2.2,203.0.113.7");
    assertThat(new ClientAddressResolver(1, peer -> true).literal(request))
        .isEqualTo("203.0.113.7");
    assertThat(new ClientAddressResolver(3, peer -> true).literal(request)).isEqualTo("1.1.1.1");
  }

  @Test
  void believesNobodyButProxies() {
    ClientAddressResolver resolver = new ClientAddressResolver(1, PEER::equals);
    MockHttpServletRequest fromProxy = request(PEER);
    fromProxy.addHeader("X-Forwarded-For", "203.0.113.7");
    MockHttpServletRequest fromElsewhere = request("198.51.100.9");
    fromElsewhere.addHeader("X-Forwarded-For", "203.0.113.7");
    assertThat(resolver.resolve(fromProxy).value()).isEqualTo("203.0.113.7");
    assertThat(resolver.resolve(fromElsewhere).value()).isEqualTo("198.51.100.9");
  }

  @Test
  void takesAHouseholdsNetworkForOneAddress() {
    ClientAddressResolver resolver = new ClientAddressResolver(0, peer -> true);
    assertThat(resolver.resolve(request("2001:db8::1")))
        .isEqualTo(resolver.resolve(request("2001:db8::2")))
        .isNotEqualTo(resolver.resolve(request("2001:db8:0:1::1")));
  }

  private static MockHttpServletRequest request(String peer) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(peer);
    return request;
  }
}

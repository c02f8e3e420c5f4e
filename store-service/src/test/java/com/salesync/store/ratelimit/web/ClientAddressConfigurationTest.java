package com.salesync.store.ratelimit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.address.ClientAddressResolver;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressConfigurationTest {

  private final ClientAddressResolver addresses =
      ClientAddressConfiguration.addresses(new ProxyProperties(List.of("10.0.0.0/8", "::1/128")));

  @Test
  void believesTheLastHopThatATrustedProxyWrote() {
    assertThat(address("10.1.2.3", "1.1.1.1, 203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(address("::1", "203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(address("10.1.2.3", "1.1.1.1", "2.2.2.2,203.0.113.7")).isEqualTo("203.0.113.7");
  }

  @Test
  void believesNobodyElse() {
    assertThat(address("198.51.100.9", "203.0.113.7")).isEqualTo("198.51.100.9");
  }

  @Test
  void fallsBackToThePeer() {
    assertThat(address("10.1.2.3")).isEqualTo("10.1.2.3");
    assertThat(address("10.1.2.3", "")).isEqualTo("10.1.2.3");
    assertThat(address("10.1.2.3", "not an address")).isEqualTo("10.1.2.3");
    assertThat(address("10.1.2.3", "203.0.113.7,")).isEqualTo("10.1.2.3");
  }

  private String address(String peer, String... forwardedFor) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(peer);
    for (String value : forwardedFor) {
      request.addHeader("X-Forwarded-For", value);
    }
    return addresses.resolve(request).value();
  }
}

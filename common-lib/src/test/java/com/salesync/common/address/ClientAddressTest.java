package com.salesync.common.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

  @Test
  void takesAnIpv4AddressAsItIs() {
    assertThat(ClientAddress.of(" 203.0.113.7 ").value()).isEqualTo("203.0.113.7");
  }

  @Test
  void takesAllOfAnIpv6NetworkAsOne() {
    assertThat(ClientAddress.of("2001:db8:1:2::1"))
        .isEqualTo(ClientAddress.of("2001:db8:1:2:ffff:ffff:ffff:ffff"))
        .isNotEqualTo(ClientAddress.of("2001:db8:1:3::1"));
  }

  @Test
  void takesAnIpv4AddressInIpv6ClothesForWhatItIs() {
    assertThat(ClientAddress.of("::ffff:203.0.113.7")).isEqualTo(ClientAddress.of("203.0.113.7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "unknown", "1.2.3.4, 5.6.7.8", "300.1.1.1", "a.b.c.d"})
  void looksNoNamesUp(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ClientAddress.of(text));
  }
}

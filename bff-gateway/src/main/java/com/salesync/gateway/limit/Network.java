package com.salesync.gateway.limit;

import java.net.InetAddress;
import java.util.HexFormat;

/**
 * What counts as one address: an IPv4 address, or the /64 of an IPv6 one, which a single customer
 * has whole.
 */
record Network(String prefix) {

  private static final int IPV6_PREFIX_BYTES = 8;

  /** Of a literal address; anything else counts as it is written. */
  static Network of(String address) {
    if (address.indexOf(':') < 0) {
      return new Network(address);
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return new Network(
          bytes.length > IPV6_PREFIX_BYTES
              ? HexFormat.of().formatHex(bytes, 0, IPV6_PREFIX_BYTES)
              : HexFormat.of().formatHex(bytes));
    } catch (IllegalArgumentException notAnAddress) {
      return new Network(address);
    }
  }
}

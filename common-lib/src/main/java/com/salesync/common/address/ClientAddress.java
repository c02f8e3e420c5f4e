package com.salesync.common.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * What counts as one client's address: an IPv4 address, or the /64 network of an IPv6 address,
 * since one household or attacker has all of that.
 */
public record ClientAddress(String value) {

  private static final int IPV6_NETWORK_BYTES = 8;

  /**
   * Reads an address literal; no name is ever looked up.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static ClientAddress of(String literal) {
    InetAddress address = InetAddress.ofLiteral(literal.strip());
    if (address instanceof Inet6Address) {
      String network = HexFormat.of().formatHex(address.getAddress(), 0, IPV6_NETWORK_BYTES);
      return new ClientAddress(network + "::/64");
    }
    return new ClientAddress(address.getHostAddress());
  }
}

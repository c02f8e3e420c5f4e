package com.salesync.common.address;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the client's address behind proxies. What a client itself writes into {@code
 * X-Forwarded-For} stands left of what the proxies append, hence counting from the right.
 */
public final class ClientAddressResolver {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private final int proxies;
  private final Predicate<String> isProxy;

  /**
   * Believes only proxies.
   *
   * @param proxies how many of them append the address they were called from; 0 means none does
   * @param isProxy whether the peer of a connection, given by its address, is one of them
   */
  public ClientAddressResolver(int proxies, Predicate<String> isProxy) {
    this.proxies = proxies;
    this.isProxy = isProxy;
  }

  /** What counts as one address; the peer's own where no proxy named a valid one. */
  public ClientAddress resolve(HttpServletRequest request) {
    return ClientAddress.of(literal(request));
  }

  /** The whole address, as it was written. */
  public String literal(HttpServletRequest request) {
    String peer = request.getRemoteAddr();
    if (proxies == 0 || !isProxy.test(peer)) {
      return peer;
    }
    List<String> hops = hops(request);
    int index = hops.size() - proxies;
    return index >= 0 && isLiteral(hops.get(index)) ? hops.get(index) : peer;
  }

  private static List<String> hops(HttpServletRequest request) {
    List<String> hops = new ArrayList<>();
    for (String header : Collections.list(request.getHeaders(FORWARDED_FOR))) {
      for (String hop : header.split(",", -1)) {
        hops.add(hop.strip());
      }
    }
    return hops;
  }

  private static boolean isLiteral(String hop) {
    try {
      InetAddress.ofLiteral(hop);
      return true;
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}

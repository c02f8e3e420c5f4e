package com.salesync.gateway.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The client's address. What a client writes into {@code X-Forwarded-For} stands left of what the
 * trusted proxies append, hence counting from the right.
 */
record ClientAddress(int trustedProxies) {

  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

  String of(HttpServletRequest request) {
    String connection = request.getRemoteAddr();
    if (trustedProxies == 0) {
      return connection;
    }
    List<String> hops = new ArrayList<>();
    for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
      hops.addAll(List.of(header.split(",")));
    }
    int index = hops.size() - trustedProxies;
    String hop = index < 0 ? connection : hops.get(index).strip();
    return ADDRESS.matcher(hop).matches() ? hop : connection;
  }
}

package com.salesync.gateway.limit.web;

import com.salesync.common.address.ClientAddress;
import com.salesync.gateway.limit.RateLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts each request; one too many is refused with 429 and the seconds to wait. */
final class RateLimitFilter extends OncePerRequestFilter {

  private final RateLimits limits;
  private final StoreResolver stores;

  RateLimitFilter(RateLimits limits, StoreResolver stores) {
    this.limits = limits;
    this.stores = stores;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ClientAddress address = ClientAddress.of(request.getRemoteAddr());
    Long store = stores.storeOf(request);
    if (store == null) {
      limits.countAnonymousRequest(address);
    } else if (!isNeverLimited(request)) {
      limits.countRequestOfStore(store, address);
    }
    chain.doFilter(request, response);
  }

  /** The published client blanks its screen for good when this call fails. */
  private static boolean isNeverLimited(HttpServletRequest request) {
    return request.getMethod().equals("GET") && request.getRequestURI().equals("/orders/unpaids");
  }
}

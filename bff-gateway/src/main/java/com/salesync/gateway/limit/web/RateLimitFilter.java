package com.salesync.gateway.limit.web;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.security.WarmingUp;
import com.salesync.gateway.limit.RateLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts each request; one too many is refused with 429 and the seconds to wait. */
final class RateLimitFilter extends OncePerRequestFilter {

  private final RateLimits limits;
  private final StoreResolver stores;
  private final WarmingUp warmingUp;

  RateLimitFilter(RateLimits limits, StoreResolver stores, WarmingUp warmingUp) {
    this.limits = limits;
    this.stores = stores;
    this.warmingUp = warmingUp;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Long store = stores.storeOf(request);
    if (!warmingUp.isUnderWay()) {
      count(store, request);
    }
    chain.doFilter(request, response);
  }

  private void count(@Nullable Long store, HttpServletRequest request) {
    ClientAddress address = ClientAddress.of(request.getRemoteAddr());
    if (store == null) {
      limits.countAnonymousRequest(address);
    } else if (!isNeverLimited(request)) {
      limits.countRequestOfStore(store, address);
    }
  }

  /** The published client blanks its screen for good when this call fails. */
  private static boolean isNeverLimited(HttpServletRequest request) {
    return request.getMethod().equals("GET") && request.getRequestURI().equals("/orders/unpaids");
  }
}

package com.salesync.gateway.edge.web;

import com.salesync.common.address.ClientAddressResolver;
import com.salesync.common.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;

/** Hands on a {@link SanitizedRequest}; a query that cannot be decoded is refused with 400. */
final class HeaderSanitizer extends OncePerRequestFilter {

  private final ClientAddressResolver addresses;

  HeaderSanitizer(ClientAddressResolver addresses) {
    this.addresses = addresses;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(
        new SanitizedRequest(request, addresses.literal(request), query(request)), response);
  }

  private static MultiValueMap<String, String> query(HttpServletRequest request) {
    try {
      return MvcUtils.decodeQueryString(request.getQueryString(), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException undecodable) {
      throw Problem.badRequest("BAD_REQUEST");
    }
  }
}

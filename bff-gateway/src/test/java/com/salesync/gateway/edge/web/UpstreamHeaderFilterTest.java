package com.salesync.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UpstreamHeaderFilterTest {

  private final MockHttpServletResponse client = new MockHttpServletResponse();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Strict-Transport-Security",
        "x-content-type-options",
        "X-Frame-Options",
        "Content-Security-Policy",
        "cache-control",
        "Pragma",
        "Expires",
        "Server",
        "X-Powered-By",
        "Access-Control-Allow-Origin",
        "access-control-allow-credentials"
      })
  void keepsWhatTheGatewayHasSaidItself(String name) throws ServletException, IOException {
    client.setHeader(name, "the gateway's");
    HttpServletResponse upstream = upstream();
    upstream.addHeader(name, "a service's");
    upstream.setHeader(name, "a service's");
    upstream.setDateHeader(name, 0);
    assertThat(client.getHeaders(name)).containsExactly("the gateway's");
  }

  @Test
  void passesOnWhatAServiceHasToSay() throws ServletException, IOException {
    HttpServletResponse upstream = upstream();
    upstream.setHeader("ETag", "\"7\"");
    upstream.addHeader("Retry-After", "3");
    upstream.setDateHeader("Last-Modified", 0);
    assertThat(client.getHeader("ETag")).isEqualTo("\"7\"");
    assertThat(client.getHeader("Retry-After")).isEqualTo("3");
    assertThat(client.containsHeader("Last-Modified")).isTrue();
  }

  private HttpServletResponse upstream() throws ServletException, IOException {
    HttpServletResponse[] seen = new HttpServletResponse[1];
    new UpstreamHeaderFilter()
        .doFilter(
            new MockHttpServletRequest(),
            client,
            (request, response) -> seen[0] = (HttpServletResponse) response);
    return seen[0];
  }
}

package com.salesync.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.salesync.common.address.ClientAddressResolver;
import com.salesync.common.problem.Problem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HeaderSanitizerTest {

  private final HeaderSanitizer sanitizer =
      new HeaderSanitizer(new ClientAddressResolver(1, peer -> true));
  private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/orders");

  @BeforeEach
  void comeThroughALoadBalancer() {
    request.setRemoteAddr("10.0.0.9");
    request.addHeader("X-Forwarded-For", "6.6.6.6, 203.0.113.7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For",
        "x-forwarded-host",
        "X-FORWARDED-PREFIX",
        "Forwarded",
        "X-Real-IP",
        "X-User-Id",
        "x-internal-token"
      })
  void dropsWhatOnlyTheGatewayMaySay(String name) {
    request.addHeader(name, "said by the client");
    HttpServletRequest passed = sanitized();
    assertThat(passed.getHeader(name)).isNull();
    assertThat(passed.getHeaders(name).hasMoreElements()).isFalse();
    assertThat(Collections.list(passed.getHeaderNames())).doesNotContain(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Authorization", "If-Match", "Idempotency-Key", "X-Users", "X-Request-Id"})
  void passesEverythingElseOn(String name) {
    request.addHeader(name, "a value");
    HttpServletRequest passed = sanitized();
    assertThat(passed.getHeader(name)).isEqualTo("a value");
    assertThat(Collections.list(passed.getHeaders(name))).containsExactly("a value");
    assertThat(Collections.list(passed.getHeaderNames())).contains(name);
  }

  @Test
  void givesTheClientsAddressForThePeers() {
    assertThat(sanitized().getRemoteAddr()).isEqualTo("203.0.113.7");
    assertThat(sanitized().getRemoteHost()).isEqualTo("203.0.113.7");
  }

  @Test
  void readsParametersOfTheQueryAndLeavesTheBodyAlone() {
    request.setQueryString("start=2026-11-01&tag=a&tag=%ED%94%BC&empty");
    request.addParameter("in-the-body", "1");
    request.setContent("in-the-body=1".getBytes(StandardCharsets.UTF_8));
    HttpServletRequest passed = sanitized();
    assertThat(passed.getParameterMap()).containsOnlyKeys("start", "tag", "empty");
    assertThat(passed.getParameterValues("tag")).containsExactly("a", "피");
    assertThat(passed.getParameter("empty")).isEmpty();
    assertThat(passed.getParameter("in-the-body")).isNull();
    assertThat(Collections.list(passed.getParameterNames()))
        .containsExactly("start", "tag", "empty");
  }

  @Test
  void refusesAQueryThatCannotBeDecoded() {
    request.setQueryString("q=%zz");
    assertThat(catchThrowableOfType(Problem.class, this::sanitized).code())
        .isEqualTo("BAD_REQUEST");
  }

  private HttpServletRequest sanitized() {
    MockFilterChain chain = new MockFilterChain();
    request.removeAttribute(sanitizer.getClass().getName() + ".FILTERED");
    try {
      sanitizer.doFilter(request, new MockHttpServletResponse(), chain);
    } catch (ServletException | IOException unexpected) {
      throw new IllegalStateException(unexpected);
    }
    return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
  }
}

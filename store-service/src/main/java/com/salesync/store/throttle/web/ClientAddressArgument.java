package com.salesync.store.throttle.web;

import com.salesync.store.throttle.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands a controller the {@link ClientAddress}: the last hop that the gateway wrote into {@code
 * X-Forwarded-For}, or the peer itself where it is not a trusted proxy and may write what it likes.
 */
final class ClientAddressArgument implements HandlerMethodArgumentResolver {

  private final List<IpAddressMatcher> trustedProxies;

  ClientAddressArgument(ProxyProperties properties) {
    this.trustedProxies = properties.trusted().stream().map(IpAddressMatcher::new).toList();
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == ClientAddress.class;
  }

  @Override
  public ClientAddress resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return addressOf(
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class), "request"));
  }

  ClientAddress addressOf(HttpServletRequest request) {
    String peer = request.getRemoteAddr();
    String lastHop = lastHop(request.getHeaders("X-Forwarded-For"));
    if (lastHop != null && trustedProxies.stream().anyMatch(network -> network.matches(peer))) {
      try {
        return ClientAddress.of(lastHop);
      } catch (IllegalArgumentException notAnAddress) {
        return ClientAddress.of(peer);
      }
    }
    return ClientAddress.of(peer);
  }

  private static @Nullable String lastHop(Enumeration<String> headers) {
    String last = null;
    while (headers.hasMoreElements()) {
      last = headers.nextElement();
    }
    return last == null ? null : last.substring(last.lastIndexOf(',') + 1).strip();
  }
}

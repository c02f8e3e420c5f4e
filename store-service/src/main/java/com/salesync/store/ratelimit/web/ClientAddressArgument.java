package com.salesync.store.ratelimit.web;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.address.ClientAddressResolver;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller the {@link ClientAddress}. */
final class ClientAddressArgument implements HandlerMethodArgumentResolver {

  private final ClientAddressResolver addresses;

  ClientAddressArgument(ClientAddressResolver addresses) {
    this.addresses = addresses;
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
    return addresses.resolve(
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class), "request"));
  }
}

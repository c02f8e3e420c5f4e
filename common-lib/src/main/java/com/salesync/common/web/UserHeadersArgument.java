package com.salesync.common.web;

import com.salesync.common.neighbour.UserHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller what calls on behalf of the request's user repeat of it. */
final class UserHeadersArgument implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == UserHeaders.class;
  }

  @Override
  public UserHeaders resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return new UserHeaders(
        request.getHeader(HttpHeaders.AUTHORIZATION),
        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }
}

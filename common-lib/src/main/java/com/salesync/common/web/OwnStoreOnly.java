package com.salesync.common.web;

import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses a {@code store_id}, in the query or the body, that is not the token's store. */
@ControllerAdvice
final class OwnStoreOnly extends RequestBodyAdviceAdapter implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String claimed = request.getParameter("store_id");
    Tenant tenant = Tenant.current();
    if (claimed != null && tenant != null && !claimed.equals(Long.toString(tenant.storeId()))) {
      throw Problem.forbidden("STORE_MISMATCH");
    }
    return true;
  }

  @Override
  public boolean supports(
      MethodParameter parameter,
      Type targetType,
      Class<? extends HttpMessageConverter<?>> converterType) {
    return StoreScoped.class.isAssignableFrom(parameter.getParameterType());
  }

  @Override
  public Object afterBodyRead(
      Object body,
      HttpInputMessage input,
      MethodParameter parameter,
      Type targetType,
      Class<? extends HttpMessageConverter<?>> converterType) {
    Tenant tenant = Tenant.current();
    if (body instanceof StoreScoped scoped && tenant != null) {
      requireOwn(scoped.storeId(), tenant);
    }
    return body;
  }

  private static void requireOwn(@Nullable Long claimed, Tenant tenant) {
    if (claimed != null && claimed != tenant.storeId()) {
      throw Problem.forbidden("STORE_MISMATCH");
    }
  }
}

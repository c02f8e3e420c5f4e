package com.salesync.common.neighbour;

import com.salesync.common.security.InternalTokens;
import com.salesync.common.security.Tenant;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;

/**
 * Says to the neighbour who calls: the user whose {@link UserHeaders} are an argument, or this
 * service, acting for the {@link Tenant} that is one or, {@link ActingForNoStore}, for none, or
 * {@link AskingDirectory}.
 */
final class Caller implements HttpServiceArgumentResolver, HttpRequestValues.Processor {

  private final ObjectProvider<InternalTokens> tokens;

  Caller(ObjectProvider<InternalTokens> tokens) {
    this.tokens = tokens;
  }

  /**
   * Refuses a client with an operation that leaves open who calls.
   *
   * @throws IllegalStateException naming it
   */
  static void requireKnown(Class<?> client) {
    for (Method method : client.getMethods()) {
      if (AnnotatedElementUtils.hasAnnotation(method, HttpExchange.class) && waysOf(method) != 1) {
        throw new IllegalStateException(
            method
                + " must take either UserHeaders or a Tenant, or be @ActingForNoStore or"
                + " @WithoutToken");
      }
    }
  }

  private static long waysOf(Method method) {
    long arguments =
        Stream.of(method.getParameterTypes())
            .filter(type -> type == UserHeaders.class || type == Tenant.class)
            .count();
    return arguments
        + (method.isAnnotationPresent(ActingForNoStore.class) ? 1 : 0)
        + (method.isAnnotationPresent(WithoutToken.class) ? 1 : 0);
  }

  @Override
  public boolean resolve(
      @Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder request) {
    return switch (argument) {
      case Tenant tenant -> {
        request.addHeader(HttpHeaders.AUTHORIZATION, tokens.getObject().actingFor(tenant));
        yield true;
      }
      case UserHeaders user -> {
        add(request, HttpHeaders.AUTHORIZATION, user.authorization());
        add(request, HttpHeaders.ACCEPT_LANGUAGE, user.acceptLanguage());
        yield true;
      }
      case null, default -> false;
    };
  }

  private static void add(HttpRequestValues.Builder request, String name, @Nullable String value) {
    if (value != null) {
      request.addHeader(name, value);
    }
  }

  @Override
  public void process(
      Method method,
      MethodParameter[] parameters,
      @Nullable Object[] arguments,
      HttpRequestValues.Builder request) {
    ActingForNoStore none = method.getAnnotation(ActingForNoStore.class);
    if (none != null) {
      InternalTokens own = tokens.getObject();
      request.addHeader(
          HttpHeaders.AUTHORIZATION,
          none.onlyToAskForEndedSessions() ? own.askingDirectory() : own.actingForNoStore());
    }
  }
}

package com.salesync.common.test.property;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * Reads and validates what a controller's method takes, and makes of a body what the controller
 * would make of it, but does not call the controller.
 */
final class ReadingAdapter extends RequestMappingHandlerAdapter {

  private static final Set<String> OF_OBJECT = Set.of("toString", "hashCode");

  private final ConcurrentHashMap<Class<?>, List<Method>> conversions = new ConcurrentHashMap<>();

  @Override
  protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod method) {
    return new ServletInvocableHandlerMethod(method) {
      @Override
      protected @Nullable Object doInvoke(@Nullable Object... read) throws Exception {
        for (Object one : read) {
          convert(one);
        }
        return null;
      }
    };
  }

  private void convert(@Nullable Object read) throws Exception {
    if (read instanceof Collection<?> several) {
      for (Object one : several) {
        convert(one);
      }
    } else if (read instanceof Record && read.getClass().getName().startsWith("com.salesync.")) {
      for (Method method : conversions.computeIfAbsent(read.getClass(), ReadingAdapter::asked)) {
        convert(returned(method, read));
      }
    }
  }

  /** Its components, and all else that it says without being told anything. */
  private static List<Method> asked(Class<?> type) {
    Set<Method> components =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getAccessor)
            .collect(Collectors.toSet());
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> !OF_OBJECT.contains(method.getName()))
        .filter(method -> components.contains(method) || isOfABody(type))
        .peek(ReflectionUtils::makeAccessible)
        .toList();
  }

  private static boolean isOfABody(Class<?> type) {
    return type.getPackageName().endsWith(".web");
  }

  private static @Nullable Object returned(Method method, Object body) throws Exception {
    try {
      return method.invoke(body);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause() instanceof Exception cause ? cause : thrown;
    }
  }
}

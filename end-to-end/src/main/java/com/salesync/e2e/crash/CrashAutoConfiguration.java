package com.salesync.e2e.crash;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Watches the requests of a payment: {@code POST} and {@code DELETE} of a sale, {@code PUT} of an
 * order's payment and voiding. The environment variable {@code CRASH_FILE} names the file a test
 * arms.
 */
@AutoConfiguration
@ConditionalOnProperty("CRASH_FILE")
public class CrashAutoConfiguration {

  private static final Set<String> WATCHED_METHODS = Set.of("POST", "PUT", "DELETE");

  @Bean
  static CrashPoint crashPoint(Environment environment) {
    return new CrashPoint(Path.of(environment.getRequiredProperty("CRASH_FILE")));
  }

  @Bean
  OncePerRequestFilter crashWatch(CrashPoint crash) {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        if (!WATCHED_METHODS.contains(request.getMethod())) {
          chain.doFilter(request, response);
          return;
        }
        crash.watch();
        try {
          chain.doFilter(request, response);
        } finally {
          crash.unwatch();
        }
      }
    };
  }

  @Bean
  RestClientCustomizer crashAroundCalls(CrashPoint crash) {
    return builder ->
        builder.requestInterceptor(
            (request, body, execution) -> {
              crash.reached("before-call");
              ClientHttpResponse response = execution.execute(request, body);
              crash.reached("after-call");
              return response;
            });
  }

  @Bean
  static BeanPostProcessor crashAroundCommits(CrashPoint crash) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PlatformTransactionManager manager ? watched(manager, crash) : bean;
      }
    };
  }

  private static Object watched(PlatformTransactionManager manager, CrashPoint crash) {
    return Proxy.newProxyInstance(
        CrashAutoConfiguration.class.getClassLoader(),
        new Class<?>[] {PlatformTransactionManager.class},
        (proxy, method, arguments) -> {
          boolean commit = method.getName().equals("commit");
          if (commit) {
            crash.reached("before-commit");
          }
          Object result = invoke(manager, method, arguments);
          if (commit) {
            crash.reached("after-commit");
          }
          return result;
        });
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}

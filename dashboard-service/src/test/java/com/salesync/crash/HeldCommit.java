package com.salesync.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A seam for the process that a test kills, put beside the deployed jar by that test alone: where
 * the process stores a consulting result it stops for good, before or after the commit as the
 * system property {@code hold.at} says, and makes the file {@code hold.file}.
 */
public final class HeldCommit
    implements ApplicationContextInitializer<ConfigurableApplicationContext>, BeanPostProcessor {

  private interface Call {
    Object run() throws Throwable;
  }

  private interface Interception {
    Object around(String method, Object[] arguments, Call call) throws Throwable;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context.getBeanFactory().addBeanPostProcessor(this);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source ? intercepted(source) : bean;
  }

  private static DataSource intercepted(DataSource source) {
    return proxy(
        DataSource.class,
        source,
        (method, arguments, call) -> {
          Object answer = call.run();
          return answer instanceof Connection connection ? intercepted(connection) : answer;
        });
  }

  private static Connection intercepted(Connection connection) {
    return proxy(
        Connection.class,
        connection,
        (method, arguments, call) -> {
          Object answer = call.run();
          return method.equals("prepareStatement")
                  && arguments[0].toString().contains("insert into consulting_results")
              ? intercepted((PreparedStatement) answer, connection)
              : answer;
        });
  }

  private static PreparedStatement intercepted(PreparedStatement insert, Connection connection) {
    return proxy(
        PreparedStatement.class,
        insert,
        (method, arguments, call) -> {
          if (method.equals("executeUpdate")) {
            connection.setAutoCommit(System.getProperty("hold.at").equals("after-commit"));
            call.run();
            holdForGood();
          }
          return call.run();
        });
  }

  private static void holdForGood() {
    try {
      Files.createFile(Path.of(System.getProperty("hold.file")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    while (true) {
      LockSupport.park();
    }
  }

  private static <T> T proxy(Class<T> type, T target, Interception interception) {
    return type.cast(
        Proxy.newProxyInstance(
            HeldCommit.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                interception.around(
                    method.getName(),
                    arguments,
                    () -> {
                      try {
                        return method.invoke(target, arguments);
                      } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                      }
                    })));
  }
}

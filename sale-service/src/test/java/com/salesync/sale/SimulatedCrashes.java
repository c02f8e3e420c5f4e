package com.salesync.sale;

import com.salesync.sale.order.OrderServiceClient;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Stands between the steps of the saga, at the transaction manager and the client of order-service,
 * and lets a request die there once: {@code "before SaleTransitions.complete"} is before that
 * transaction's commit, {@code "after OrderServiceClient.pay"} after the answer has come; in a
 * recovery instead of a request with {@code "recovery "} in front.
 */
@Component
final class SimulatedCrashes implements BeanPostProcessor {

  private final Set<String> armed = ConcurrentHashMap.newKeySet();

  /** Lets the next one to come to this point die there. */
  void at(String point) {
    armed.add(point);
  }

  /** Whether somebody has died at every armed point. */
  boolean allHappened() {
    return armed.isEmpty();
  }

  void disarm() {
    armed.clear();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return switch (bean) {
      case PlatformTransactionManager transactions -> new CrashingTransactions(transactions);
      case OrderServiceClient orders -> crashing(orders);
      default -> bean;
    };
  }

  private void die(String step) {
    boolean request = RequestContextHolder.getRequestAttributes() != null;
    String point = request ? step : "recovery " + step;
    if (armed.remove(point)) {
      throw new Crash(point);
    }
  }

  private OrderServiceClient crashing(OrderServiceClient orders) {
    return (OrderServiceClient)
        Proxy.newProxyInstance(
            OrderServiceClient.class.getClassLoader(),
            new Class<?>[] {OrderServiceClient.class},
            (proxy, method, arguments) -> {
              die("before OrderServiceClient." + method.getName());
              try {
                Object answer = method.invoke(orders, arguments);
                die("after OrderServiceClient." + method.getName());
                return answer;
              } catch (InvocationTargetException failure) {
                throw failure.getTargetException();
              }
            });
  }

  private final class CrashingTransactions implements PlatformTransactionManager {

    private final PlatformTransactionManager actual;

    CrashingTransactions(PlatformTransactionManager actual) {
      this.actual = actual;
    }

    @Override
    public TransactionStatus getTransaction(
        @org.jspecify.annotations.Nullable TransactionDefinition definition) {
      return actual.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
      String step = status.getTransactionName().replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1");
      try {
        die("before " + step);
      } catch (Crash crash) {
        actual.rollback(status);
        throw crash;
      }
      actual.commit(status);
      die("after " + step);
    }

    @Override
    public void rollback(TransactionStatus status) {
      actual.rollback(status);
    }
  }
}

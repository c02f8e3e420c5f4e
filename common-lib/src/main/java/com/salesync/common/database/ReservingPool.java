package com.salesync.common.database;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.outcome.Effects;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A pool that keeps some connections for what has begun: the later steps of a request that has
 * already written, here or at the service that asks, and what no request waits for. A request that
 * has changed nothing yet takes its turn for the others, and is shed first; it waits no longer than
 * for its answer, and all of the waiting counts. A step of what has begun is waited for although
 * the answer is late: what it would record has happened.
 */
final class ReservingPool extends HikariDataSource {

  /** The later steps are few at a time and short. */
  private static final int RESERVED = 2;

  private final AtomicBoolean sized = new AtomicBoolean();
  private final Semaphore forNewRequests = new Semaphore(0, true);

  @Override
  public Connection getConnection() throws SQLException {
    if (!Effects.mayBeRefused()) {
      return super.getConnection();
    }
    Deadline end = Deadline.in(Deadline.cut(Duration.ofMillis(getConnectionTimeout())));
    size();
    acquire(end);
    try {
      return releasing(borrow(end));
    } catch (SQLException | RuntimeException none) {
      forNewRequests.release();
      throw none;
    }
  }

  private void size() {
    if (sized.compareAndSet(false, true)) {
      forNewRequests.release(Math.max(1, getMaximumPoolSize() - RESERVED));
    }
  }

  private Connection borrow(Deadline end) throws SQLException {
    return isRunning() && getHikariPoolMXBean() instanceof HikariPool pool
        ? pool.getConnection(end.remaining().toMillis())
        : super.getConnection();
  }

  private void acquire(Deadline end) throws SQLException {
    try {
      if (forNewRequests.tryAcquire(end.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw new SQLTransientConnectionException(
        "All connections for new requests are taken, %d wait for one"
            .formatted(forNewRequests.getQueueLength()));
  }

  /** Its turn ends when it is closed, once. */
  private Connection releasing(Connection connection) {
    AtomicBoolean open = new AtomicBoolean(true);
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              } finally {
                if (method.getName().equals("close") && open.compareAndSet(true, false)) {
                  forNewRequests.release();
                }
              }
            });
  }
}

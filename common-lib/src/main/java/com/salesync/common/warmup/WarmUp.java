package com.salesync.common.warmup;

import com.salesync.common.security.SessionDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;

/**
 * Keeps a service from being ready until the schema is complete, keys and ended sessions have been
 * loaded once, and it is warm. A warm-up that fails, or takes too long, is logged and counted and
 * holds nobody up. Once ready, nothing here takes the service out again.
 */
final class WarmUp extends AbstractHealthIndicator implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

  private static final Duration ASK_AGAIN = Duration.ofMillis(100);

  private final WarmUpProperties properties;
  private final Consumer<Runnable> schema;
  private final SessionDirectory sessions;
  private final Runnable writes;
  private final WarmUpRequests requests;
  private final MeterRegistry meters;

  /** One waits, the other works. */
  private final ExecutorService threads =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().name("warm-up-", 0).factory());

  private volatile boolean over;

  /**
   * What is to be warmed up.
   *
   * @param schema runs what it is given once the schema is complete
   */
  WarmUp(
      WarmUpProperties properties,
      Consumer<Runnable> schema,
      SessionDirectory sessions,
      Runnable writes,
      WarmUpRequests requests,
      MeterRegistry meters) {
    this.properties = properties;
    this.schema = schema;
    this.sessions = sessions;
    this.writes = writes;
    this.requests = requests;
    this.meters = meters;
  }

  @EventListener
  void begin(ApplicationReadyEvent started) {
    CountDownLatch complete = new CountDownLatch(1);
    schema.accept(complete::countDown);
    threads.execute(
        () -> {
          try {
            complete.await();
            awaitSessions();
            if (properties.enabled()
                && started.getApplicationContext() instanceof WebServerApplicationContext service
                && service.getWebServer() != null) {
              warmUp(service.getWebServer().getPort());
            }
            over = true;
            threads.shutdown();
          } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void awaitSessions() throws InterruptedException {
    while (!areSessionsKnown()) {
      Thread.sleep(ASK_AGAIN);
    }
  }

  private boolean areSessionsKnown() {
    try {
      sessions.keys();
      return sessions.age().isPresent();
    } catch (RuntimeException notYet) {
      return false;
    }
  }

  private void warmUp(int port) throws InterruptedException {
    long began = System.nanoTime();
    String outcome = "done";
    requests.begin();
    Future<?> work =
        threads.submit(
            () -> {
              writes.run();
              requests.sendTo(port);
            });
    try {
      work.get(properties.limit().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException tooLong) {
      outcome = "late";
      work.cancel(true);
      log.warn("Ready without being warm: the warm-up takes more than {}", properties.limit());
    } catch (ExecutionException failure) {
      outcome = "failed";
      log.warn("Ready without being warm: the warm-up failed", failure.getCause());
    } finally {
      requests.end();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    meters.timer("salesync.warm.up", "outcome", outcome).record(took);
    log.info("Warmed up in {} ms: {}", took.toMillis(), outcome);
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    if (over) {
      health.up();
    } else {
      health.outOfService();
    }
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}

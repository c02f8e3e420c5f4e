package com.salesync.gateway.consulting.web;

import com.salesync.common.problem.Problem;
import com.salesync.common.resilience.ConcurrencyLimiter;
import com.salesync.gateway.consulting.StreamProperties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The streams now open, each on a virtual thread of its own. They end first when the gateway stops,
 * so that they do not hold up its graceful shutdown.
 */
@Component
final class OpenStreams implements SmartLifecycle {

  private final ConcurrencyLimiter<Long> perStore;
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  OpenStreams(StreamProperties properties) {
    this.perStore = new ConcurrencyLimiter<>(properties.perStore());
  }

  /**
   * Counts one more stream of a store; {@link #release} takes it back.
   *
   * @throws Problem 429 when the store has as many open as it may
   */
  void reserve(long store) {
    if (!perStore.tryAcquire(store)) {
      throw new Problem(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_STREAMS").retryAfter(5);
    }
  }

  void release(long store) {
    perStore.release(store);
  }

  Thread start(Runnable work) {
    Thread thread =
        Thread.ofVirtual()
            .name("consulting-events")
            .unstarted(
                () -> {
                  try {
                    work.run();
                  } finally {
                    threads.remove(Thread.currentThread());
                  }
                });
    threads.add(thread);
    thread.start();
    return thread;
  }

  int count() {
    return perStore.size();
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    threads.forEach(Thread::interrupt);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

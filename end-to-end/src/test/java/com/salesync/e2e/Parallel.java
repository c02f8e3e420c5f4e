package com.salesync.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets many callers loose at the same moment. */
final class Parallel {

  private Parallel() {}

  /** The answers of {@code count} calls that began together, in the callers' order. */
  static <T> List<T> calls(int count, IntFunction<T> call) {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<T>> running = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        int caller = i;
        running.add(
            callers.submit(
                () -> {
                  start.await();
                  return call.apply(caller);
                }));
      }
      start.countDown();
    }
    return running.stream().map(Parallel::result).toList();
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

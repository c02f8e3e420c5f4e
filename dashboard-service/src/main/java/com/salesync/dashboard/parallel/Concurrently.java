package com.salesync.dashboard.parallel;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Questions asked at the same time; trace and request id go with each. */
public final class Concurrently implements AutoCloseable {

  private final ExecutorService threads =
      ContextExecutorService.wrap(
          Executors.newVirtualThreadPerTaskExecutor(), ContextSnapshotFactory.builder().build());

  /** Starts asking; the answer is awaited by {@link Supplier#get}, which throws as asking did. */
  public <T> Supplier<T> ask(Callable<T> question) {
    Future<T> answer = threads.submit(question);
    return () -> await(answer);
  }

  private static <T> T await(Future<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException asThrown) {
        throw asThrown;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Gives up on whatever has not been answered. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}

package com.salesync.dashboard.parallel;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Questions asked at the same time; the request id goes with each. */
public final class Concurrently implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final @Nullable Map<String, String> context = MDC.getCopyOfContextMap();

  /** Starts asking; the answer is awaited by {@link Supplier#get}, which throws as asking did. */
  public <T> Supplier<T> ask(Callable<T> question) {
    Future<T> answer = threads.submit(() -> inContext(question));
    return () -> await(answer);
  }

  private <T> T inContext(Callable<T> question) throws Exception {
    if (context != null) {
      MDC.setContextMap(context);
    }
    return question.call();
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

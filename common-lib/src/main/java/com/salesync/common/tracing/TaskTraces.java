package com.salesync.common.tracing;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets a scheduled task continue the trace of whoever scheduled it, be it days later and in another
 * process: the trace is stored with the task's data. A further run of the task is a further span.
 */
public final class TaskTraces implements ExecutionInterceptor {

  private static final String TRACEPARENT = "traceparent";

  private final Tracer tracer;
  private final Propagator propagator;
  private final ObservationRegistry observations;
  private final ThreadLocal<@Nullable String> read = new ThreadLocal<>();

  TaskTraces(Tracer tracer, Propagator propagator, ObservationRegistry observations) {
    this.tracer = tracer;
    this.propagator = propagator;
    this.observations = observations;
  }

  /** Stores the current trace in front of the data that {@code format} writes. */
  public Serializer in(Serializer format) {
    return new TracedData(format, this::current, read::set);
  }

  /** The current trace, for {@link #continuing} it later; null where there is none. */
  public @Nullable String current() {
    Map<String, String> fields = new HashMap<>();
    Span span = tracer.currentSpan();
    if (span != null) {
      propagator.inject(span.context(), fields, (carrier, name, value) -> fields.put(name, value));
    }
    return fields.get(TRACEPARENT);
  }

  /**
   * Does a step of a trace that was stored apart from any task, so that what the step schedules
   * belongs to that trace; where none was stored, to the current one.
   */
  public void continuing(@Nullable String traceparent, String step, Runnable work) {
    if (traceparent == null) {
      work.run();
      return;
    }
    Span span = propagator.extract(traceparent, TaskTraces::field).name(step).start();
    try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
      work.run();
    } finally {
      span.end();
    }
  }

  private static @Nullable String field(String traceparent, String name) {
    return name.equals(TRACEPARENT) ? traceparent : null;
  }

  @Override
  public CompletionHandler<?> execute(
      TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
    return Objects.requireNonNull(
        Observation.createNotStarted("salesync.tasks", () -> continued(task), observations)
            .contextualName("task " + task.getTaskName())
            .lowCardinalityKeyValue("task", task.getTaskName())
            .observe(() -> chain.proceed(task, context)));
  }

  /** The data are read at their first use, which is here; with them comes the trace. */
  private ReceiverContext<String> continued(TaskInstance<?> task) {
    read.remove();
    var _ = task.getData();
    ReceiverContext<String> context = new ReceiverContext<>(TaskTraces::field);
    context.setCarrier(read.get());
    return context;
  }
}

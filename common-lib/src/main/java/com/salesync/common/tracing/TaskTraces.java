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

  private String current() {
    Map<String, String> fields = new HashMap<>();
    Span span = tracer.currentSpan();
    if (span != null) {
      propagator.inject(span.context(), fields, (carrier, name, value) -> fields.put(name, value));
    }
    return fields.getOrDefault(TRACEPARENT, "");
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
    ReceiverContext<String> context =
        new ReceiverContext<>(
            (traceparent, field) -> field.equals(TRACEPARENT) ? traceparent : null);
    context.setCarrier(read.get());
    return context;
  }
}

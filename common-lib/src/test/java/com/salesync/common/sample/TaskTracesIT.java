package com.salesync.common.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.tracing.TaskTraces;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** A task on a real table runs in the trace of whoever scheduled it, again and again. */
@ServiceTest
class TaskTracesIT {

  private static final TaskDescriptor<String> WITH_DATA =
      TaskDescriptor.of("with-data", String.class);
  private static final TaskDescriptor<Void> BARE = TaskDescriptor.of("bare");

  private final Map<String, String> traces = new ConcurrentHashMap<>();
  private final Map<String, String> data = new ConcurrentHashMap<>();
  private final Tracer tracer;
  private final TaskTraces taskTraces;
  private final DataSource database;
  private final Scheduler traced;

  TaskTracesIT(Tracer tracer, TaskTraces taskTraces, DataSource database) {
    this.tracer = tracer;
    this.taskTraces = taskTraces;
    this.database = database;
    this.traced = scheduler(taskTraces.in(Serializer.DEFAULT_JAVA_SERIALIZER));
  }

  @AfterEach
  void stop() {
    traced.stop();
  }

  @Test
  void aTaskContinuesTheTraceItWasScheduledIn() {
    String trace =
        inNewTrace(
            () -> {
              traced.scheduleIfNotExists(
                  WITH_DATA.instance("a").data("data").scheduledTo(Instant.now()));
              traced.scheduleIfNotExists(BARE.instance("b").scheduledTo(Instant.now()));
            });

    traced.start();

    await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(traces).hasSize(2));
    assertThat(traces).containsEntry("a", trace).containsEntry("b", trace);
    assertThat(data).containsEntry("a", "data");
  }

  @Test
  void aRepetitionStaysInTheTrace() {
    String trace =
        inNewTrace(
            () ->
                traced.scheduleIfNotExists(
                    WITH_DATA.instance("twice").data("fail once").scheduledTo(Instant.now())));

    traced.start();

    await().atMost(Duration.ofSeconds(10)).until(() -> traces.containsKey("twice again"));
    assertThat(traces).containsEntry("twice", trace).containsEntry("twice again", trace);
  }

  @Test
  void aTaskScheduledInAnotherTraceContinuesTheStoredOne() {
    AtomicReference<String> stored = new AtomicReference<>();
    String trace = inNewTrace(() -> stored.set(taskTraces.current()));
    inNewTrace(
        () ->
            taskTraces.continuing(
                stored.get(),
                "later",
                () ->
                    traced.scheduleIfNotExists(BARE.instance("later").scheduledTo(Instant.now()))));

    traced.start();

    await().atMost(Duration.ofSeconds(10)).until(() -> traces.containsKey("later"));
    assertThat(traces).containsEntry("later", trace);
    assertThat(taskTraces.current()).isNull();
  }

  @Test
  void aTaskOfAnOlderVersionRunsInATraceOfItsOwn() {
    scheduler(Serializer.DEFAULT_JAVA_SERIALIZER)
        .scheduleIfNotExists(WITH_DATA.instance("old").data("old data").scheduledTo(Instant.now()));

    traced.start();

    await().atMost(Duration.ofSeconds(10)).until(() -> traces.containsKey("old"));
    assertThat(data).containsEntry("old", "old data");
    assertThat(traces.get("old")).matches("[0-9a-f]{32}");
  }

  @Test
  void dataStayReadable() {
    byte[][] stored = new byte[1][];
    Serializer text = taskTraces.in(new Text());
    String trace = inNewTrace(() -> stored[0] = text.serialize("{\"sale_id\":7}"));

    assertThat(new String(stored[0], StandardCharsets.UTF_8))
        .matches("traceparent=00-" + trace + "-[0-9a-f]{16}-0[0-3]\n\\{\"sale_id\":7}");
    assertThat(text.deserialize(String.class, stored[0])).isEqualTo("{\"sale_id\":7}");
  }

  private Scheduler scheduler(Serializer serializer) {
    return Scheduler.create(database, task(WITH_DATA), task(BARE))
        .serializer(serializer)
        .addExecutionInterceptor(taskTraces)
        .threads(2)
        .pollingInterval(Duration.ofMillis(50))
        .build();
  }

  private <T> OneTimeTask<T> task(TaskDescriptor<T> descriptor) {
    return Tasks.oneTime(descriptor)
        .onFailure((failed, operations) -> operations.reschedule(failed, Instant.now()))
        .execute(
            (task, context) -> {
              boolean again = traces.containsKey(task.getId());
              traces.put(again ? task.getId() + " again" : task.getId(), MDC.get("traceId"));
              if (task.getData() != null) {
                data.put(task.getId(), task.getData().toString());
              }
              if (!again && "fail once".equals(task.getData())) {
                throw new IllegalStateException("on purpose");
              }
            });
  }

  private String inNewTrace(Runnable work) {
    Span span = tracer.nextSpan().start();
    try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
      work.run();
      return span.context().traceId();
    } finally {
      span.end();
    }
  }

  private static final class Text implements Serializer {

    @Override
    public byte[] serialize(Object data) {
      return data.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] data) {
      return type.cast(new String(data, StandardCharsets.UTF_8));
    }
  }
}

package com.salesync.consulting.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.salesync.common.tracing.TaskTraces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Runs jobs on virtual threads, so many at once and no more, in the order in which they were let
 * in. A scheduler and table of its own: what waits for a model must not hold up anything else.
 */
@Component
class JobQueue implements SmartLifecycle {

  private static final String TASK = "consulting-job";
  private static final Duration AFTER_AN_UNEXPECTED_FAILURE = Duration.ofSeconds(2);

  private final Scheduler scheduler;
  private final TaskTraces traces;
  private final Clock clock;
  private volatile boolean running;

  JobQueue(
      DataSource database,
      RunJob run,
      ConsultingProperties properties,
      TaskTraces traces,
      Clock clock) {
    this.traces = traces;
    this.clock = clock;
    this.scheduler =
        Scheduler.create(new TransactionAwareDataSourceProxy(database), task(run))
            .tableName("consulting_tasks")
            .enablePriority()
            .threads(properties.inFlight())
            .executorService(
                Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("consulting-job-", 0).factory()))
            .serializer(traces.in(Serializer.DEFAULT_JAVA_SERIALIZER))
            .addExecutionInterceptor(traces)
            .pollUsingLockAndFetch(0.9, 1.0)
            .pollingInterval(properties.pollingInterval())
            .heartbeatInterval(properties.heartbeat())
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(10))
            .build();
  }

  private CustomTask<Void> task(RunJob run) {
    return Tasks.custom(TASK, Void.class)
        .onFailure(
            (failed, operations) ->
                operations.reschedule(failed, clock.instant().plus(AFTER_AN_UNEXPECTED_FAILURE)))
        .execute(
            (job, context) -> {
              Optional<Instant> again = run.once(UUID.fromString(job.getId()));
              return again.isPresent()
                  ? (done, operations) -> operations.reschedule(done, again.get())
                  : new CompletionHandler.OnCompleteRemove<>();
            });
  }

  /**
   * Joins the caller's transaction; the job runs once that has committed and a slot is free, all
   * stores' first places first, and in the trace of its request.
   */
  void add(Jobs.Turn turn) {
    TaskInstance<Void> job =
        TaskDescriptor.of(TASK).instance(turn.reqId().toString()).priority(-turn.place()).build();
    traces.continuing(
        turn.traceparent(), "let in", () -> scheduler.scheduleBatch(List.of(job), clock.instant()));
  }

  /** How many jobs run here at this moment. */
  int inFlight() {
    return running ? scheduler.getCurrentlyExecuting().size() : 0;
  }

  @Override
  public void start() {
    running = true;
    scheduler.start();
  }

  @Override
  public void stop() {
    scheduler.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

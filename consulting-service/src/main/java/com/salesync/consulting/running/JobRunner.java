package com.salesync.consulting.running;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.salesync.common.database.SchemaVersion;
import com.salesync.common.tracing.TaskTraces;
import com.salesync.consulting.job.JobId;
import com.salesync.consulting.job.JobProperties;
import com.salesync.consulting.job.JobQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Runs what is in the queue on virtual threads, so many jobs at once and no more. */
@Component
class JobRunner implements SmartLifecycle {

  private static final Duration AFTER_AN_UNEXPECTED_FAILURE = Duration.ofSeconds(2);

  private final DataSource database;
  private final CustomTask<Void> task;
  private final JobProperties properties;
  private final TaskTraces traces;
  private final Clock clock;
  private final SchemaVersion schema;
  private volatile @Nullable Scheduler scheduler;

  JobRunner(
      DataSource database,
      RunJob run,
      JobProperties properties,
      TaskTraces traces,
      Clock clock,
      SchemaVersion schema) {
    this.database = new TransactionAwareDataSourceProxy(database);
    this.task = task(run);
    this.properties = properties;
    this.traces = traces;
    this.clock = clock;
    this.schema = schema;
  }

  /** One that was stopped cannot be started again. */
  private Scheduler newScheduler() {
    return Scheduler.create(database, task)
        .tableName(JobQueue.TABLE)
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
        .shutdownMaxWait(properties.shutdown())
        .build();
  }

  private CustomTask<Void> task(RunJob run) {
    return Tasks.custom(JobQueue.JOB)
        .onFailure(
            (failed, operations) ->
                operations.reschedule(failed, clock.instant().plus(AFTER_AN_UNEXPECTED_FAILURE)))
        .execute(
            (job, context) -> {
              Optional<Instant> again = run.tryJob(JobId.of(job.getId()));
              return again.isPresent()
                  ? (done, operations) -> operations.reschedule(done, again.get())
                  : new CompletionHandler.OnCompleteRemove<>();
            });
  }

  /** How many jobs run here at this moment. */
  int inFlight() {
    Scheduler running = scheduler;
    return running == null ? 0 : running.getCurrentlyExecuting().size();
  }

  @Override
  public void start() {
    Scheduler started = newScheduler();
    scheduler = started;
    schema.whenComplete(
        () -> {
          if (!started.getSchedulerState().isShuttingDown()) {
            started.start();
          }
        });
  }

  @Override
  public void stop() {
    Scheduler stopped = scheduler;
    if (stopped != null) {
      stopped.stop();
      scheduler = null;
    }
  }

  @Override
  public boolean isRunning() {
    return scheduler != null;
  }
}

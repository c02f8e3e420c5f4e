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
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Runs what is in the queue on virtual threads, so many jobs at once and no more. */
@Component
class JobRunner implements SmartLifecycle {

  private static final Duration AFTER_AN_UNEXPECTED_FAILURE = Duration.ofSeconds(2);

  private final Scheduler scheduler;
  private final Clock clock;
  private final SchemaVersion schema;
  private volatile boolean running;

  JobRunner(
      DataSource database,
      RunJob run,
      JobProperties properties,
      TaskTraces traces,
      Clock clock,
      SchemaVersion schema) {
    this.clock = clock;
    this.schema = schema;
    this.scheduler =
        Scheduler.create(new TransactionAwareDataSourceProxy(database), task(run))
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
    return running ? scheduler.getCurrentlyExecuting().size() : 0;
  }

  @Override
  public void start() {
    running = true;
    schema.whenComplete(scheduler::start);
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

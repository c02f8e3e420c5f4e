package com.salesync.consulting.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.salesync.common.tracing.TaskTraces;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * The queue of jobs that may run: all stores' first ranks before any store's second. A table of its
 * own, apart from the outbox: what waits for a model must not hold up anything else.
 */
@Component
public class JobQueue {

  public static final String TABLE = "consulting_tasks";

  /** One instance for each job, named by its {@link JobId}. */
  public static final TaskDescriptor<Void> JOB = TaskDescriptor.of("consulting-job");

  private final SchedulerClient queue;
  private final TaskTraces traces;
  private final Clock clock;

  JobQueue(DataSource database, TaskTraces traces, Clock clock) {
    this.queue =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
            .tableName(TABLE)
            .enablePriority()
            .serializer(traces.in(Serializer.DEFAULT_JAVA_SERIALIZER))
            .build();
    this.traces = traces;
    this.clock = clock;
  }

  /**
   * Joins the caller's transaction; the job runs in the trace of its request, once that has
   * committed and a slot is free.
   */
  void add(long storeId, Jobs.Admitted job) {
    traces.continuing(
        job.traceparent(),
        "admit",
        () ->
            queue.scheduleBatch(
                List.of(
                    JOB.instance(new JobId(storeId, job.reqId()).taskInstance())
                        .priority(-job.rank())
                        .build()),
                clock.instant()));
  }
}

package com.salesync.consulting.running;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.salesync.common.tracing.TaskTraces;
import com.salesync.consulting.job.Job;
import com.salesync.consulting.job.JobProperties;
import com.salesync.consulting.job.Jobs;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends jobs that are beyond their deadline, whoever should have run them. */
@Configuration(proxyBeanMethods = false)
class EndOverdueJobs {

  private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("end-overdue-jobs");

  @Bean
  Task<Void> overdueJobsTask(
      Jobs jobs, EndJob end, TaskTraces traces, JobProperties properties, Clock clock) {
    return Tasks.recurring(TASK, FixedDelay.of(properties.overdueInterval()))
        .execute(
            (task, context) ->
                jobs.overdue(clock.instant())
                    .forEach(
                        (Job job) ->
                            traces.continuing(
                                job.traceparent(),
                                "end overdue",
                                () -> end.failJob(job, "DEADLINE", null))));
  }
}

package com.salesync.consulting.job;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.common.warmup.WarmUpStatements;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Accepts a job, admits it to the queue, begins and ends it. */
@Component
final class WarmUpJobs implements WarmUpStatements {

  private final Jobs jobs;
  private final JobEvents events;
  private final AdmitJobs admit;
  private final JobProperties properties;
  private final Clock clock;

  WarmUpJobs(Jobs jobs, JobEvents events, AdmitJobs admit, JobProperties properties, Clock clock) {
    this.jobs = jobs;
    this.events = events;
    this.admit = admit;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void write(Tenant noStore) {
    long store = noStore.storeId();
    Instant now = clock.instant();
    Job job =
        Job.accepted(
            UUID.randomUUID(),
            store,
            DayRange.of(noStore.businessDays().dayOf(now)),
            noStore.businessDays(),
            now,
            now.plus(properties.deadline()),
            null);
    jobs.lock(store, now);
    jobs.add(List.of(job));
    events.addAccepted(List.of(job));
    admit.admitJobs(store);
    jobs.start(store, job.reqId(), now);
    jobs.complete(store, job.reqId(), "ko", "offline", "none", "{}", "warm-up", now)
        .ifPresent(events::addEnded);
  }
}

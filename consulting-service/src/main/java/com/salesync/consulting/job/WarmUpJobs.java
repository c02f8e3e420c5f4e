package com.salesync.consulting.job;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.common.warmup.WarmUpStatements;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Accepts two jobs, admits them to the queue, begins them, completes one and fails the other. */
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
    Job completed = accepted(noStore, now);
    Job failed = accepted(noStore, now);
    List<Job> both = List.of(completed, failed);
    jobs.lock(store, now);
    jobs.add(both);
    events.addAccepted(both);
    admit.admitJobs(store);
    both.forEach(job -> jobs.start(store, job.reqId(), now));
    jobs.complete(store, completed.reqId(), "ko", "offline", "none", "{}", "warm-up", now)
        .ifPresent(events::addEnded);
    jobs.fail(store, failed.reqId(), "MODEL_FAILED", "ko", now).ifPresent(events::addEnded);
  }

  private Job accepted(Tenant noStore, Instant now) {
    return Job.accepted(
        UUID.randomUUID(),
        noStore.storeId(),
        DayRange.of(noStore.businessDays().dayOf(now)),
        noStore.businessDays(),
        now,
        now.plus(properties.deadline()),
        null);
  }
}

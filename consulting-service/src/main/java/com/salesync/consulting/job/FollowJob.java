package com.salesync.consulting.job;

import com.salesync.common.security.Tenant;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How far a job has come: for its owner, and for the outbox that tells others. */
@Component
public class FollowJob {

  private final Jobs jobs;
  private final Clock clock;

  FollowJob(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Empty for another store's request as for one that never was. */
  public Optional<Job> of(Tenant tenant, UUID reqId) {
    return jobs.of(tenant.storeId(), reqId);
  }

  /** What is to be told of a job. */
  public Optional<Job> toTell(UUID reqId) {
    return jobs.any(reqId);
  }

  /** The broker has the job's outcome. */
  public void told(UUID reqId) {
    jobs.published(reqId, clock.instant());
  }
}

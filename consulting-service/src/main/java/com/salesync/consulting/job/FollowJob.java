package com.salesync.consulting.job;

import com.salesync.common.security.Tenant;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How far a job has come: for its owner, and for the outbox. */
@Component
public class FollowJob {

  private final Jobs jobs;
  private final Clock clock;

  FollowJob(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Empty for another store's request as for one that never was. */
  public Optional<Job> findJob(Tenant tenant, UUID reqId) {
    return jobs.find(tenant.storeId(), reqId);
  }

  public List<Job> readJobs(long storeId, Collection<UUID> reqIds) {
    return jobs.all(storeId, reqIds);
  }

  /** The broker has the job's outcome. */
  public void markPublished(long storeId, UUID reqId) {
    jobs.published(storeId, reqId, clock.instant());
  }
}

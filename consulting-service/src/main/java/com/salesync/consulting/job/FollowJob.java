package com.salesync.consulting.job;

import com.salesync.common.security.Tenant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How far a job has come, for its owner. */
@Component
public class FollowJob {

  private final Jobs jobs;

  FollowJob(Jobs jobs) {
    this.jobs = jobs;
  }

  /** Empty for another store's request as for one that never was. */
  public Optional<Job> findJob(Tenant tenant, UUID reqId) {
    return jobs.find(tenant.storeId(), reqId);
  }

  /** Whether the broker has all that is to be published of the job so far. */
  public boolean isPublished(Job job) {
    return !jobs.isInOutbox(job.storeId(), job.reqId());
  }
}

package com.salesync.consulting.job;

import com.salesync.common.neighbour.UserHeaders;
import com.salesync.common.security.Tenant;
import com.salesync.consulting.client.AnswerLookup;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How far a job has come, for its owner. */
@Component
public class FollowJob {

  private final Jobs jobs;
  private final AnswerLookup answers;

  FollowJob(Jobs jobs, AnswerLookup answers) {
    this.jobs = jobs;
    this.answers = answers;
  }

  /** Empty for another store's request as for one that never was. */
  public Optional<Job> findJob(Tenant tenant, UUID reqId) {
    return jobs.find(tenant.storeId(), reqId);
  }

  /**
   * Whether the owner can have the answer of a completed job. What the broker has may be far from
   * the dashboard yet, so the dashboard is asked; what it has not got yet is not asked for.
   */
  public boolean hasArrived(Job job, UserHeaders owner) {
    return !jobs.isInOutbox(job.storeId(), job.reqId()) && answers.hasAnswer(owner, job.reqId());
  }
}

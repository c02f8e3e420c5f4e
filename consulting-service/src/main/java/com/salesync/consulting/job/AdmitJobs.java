package com.salesync.consulting.job;

import org.springframework.stereotype.Component;

/**
 * Keeps the queue fair: of each store only so many jobs are in it, its others wait behind these. So
 * a store's first job never stands behind another's hundredth.
 */
@Component
public class AdmitJobs {

  private final Jobs jobs;
  private final JobQueue queue;
  private final JobProperties properties;

  AdmitJobs(Jobs jobs, JobQueue queue, JobProperties properties) {
    this.jobs = jobs;
    this.queue = queue;
    this.properties = properties;
  }

  /** Admits as many as the store may have; runs in a transaction that has locked its jobs. */
  public void admitJobs(long storeId) {
    jobs.admit(storeId, properties.slotsPerStore()).forEach(job -> queue.add(storeId, job));
  }
}

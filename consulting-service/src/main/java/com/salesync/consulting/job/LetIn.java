package com.salesync.consulting.job;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps the queue fair: a store has only so many places in it, its other jobs wait behind these. So
 * a store's first job never stands behind another's hundredth.
 */
@Component
class LetIn {

  private final Jobs jobs;
  private final ObjectProvider<JobQueue> queue;
  private final ConsultingProperties properties;

  LetIn(Jobs jobs, ObjectProvider<JobQueue> queue, ConsultingProperties properties) {
    this.jobs = jobs;
    this.queue = queue;
    this.properties = properties;
  }

  /** Fills a store's free places; runs in a transaction that has locked the store's queue. */
  void next(long storeId) {
    jobs.letIn(storeId, properties.slotsPerStore()).forEach(queue.getObject()::add);
  }
}

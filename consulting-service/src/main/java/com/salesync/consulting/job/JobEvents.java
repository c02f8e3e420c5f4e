package com.salesync.consulting.job;

import java.util.List;

/**
 * What others are to learn of jobs: kept with the transaction that changes them and published once
 * that has committed.
 */
public interface JobEvents {

  /** Joins the caller's transaction; each event belongs to its job's own trace. */
  void addAccepted(List<Job> jobs);

  /** Joins the caller's transaction. */
  void addEnded(Job job);
}

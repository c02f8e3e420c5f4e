package com.salesync.consulting.job;

import java.util.UUID;

/** News of a job, kept with the transaction that makes it and sent once that has committed. */
public interface Outbox {

  /** Joins the caller's transaction. */
  void accepted(UUID reqId);

  /** Joins the caller's transaction. */
  void ended(UUID reqId);
}

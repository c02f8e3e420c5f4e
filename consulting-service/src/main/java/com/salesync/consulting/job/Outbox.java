package com.salesync.consulting.job;

import java.util.List;
import java.util.UUID;

/** News of a job, kept with the transaction that makes it and sent once that has committed. */
public interface Outbox {

  /** Joins the caller's transaction. */
  void accepted(List<UUID> reqIds);

  /** Joins the caller's transaction. */
  void ended(UUID reqId);
}

package com.salesync.consulting.job;

import java.util.UUID;

/** Which job, of which store; a task about it is named by both. */
public record JobId(long storeId, UUID reqId) {

  /** Reads what {@link #taskInstance} wrote. */
  public static JobId of(String taskInstance) {
    int slash = taskInstance.indexOf('/');
    return new JobId(
        Long.parseLong(taskInstance, 0, slash, 10),
        UUID.fromString(taskInstance.substring(slash + 1)));
  }

  String taskInstance() {
    return storeId + "/" + reqId;
  }
}

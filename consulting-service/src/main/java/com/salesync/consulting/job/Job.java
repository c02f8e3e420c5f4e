package com.salesync.consulting.job;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.BusinessDays;
import com.salesync.common.time.DayRange;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request for advice.
 *
 * @param modelFailures how often the model has failed it
 * @param crashes how often its process died while it ran
 * @param language ko or en, once known
 * @param adviser model or offline, once answered
 * @param failure why there is no answer, a {@code failure.<key>}
 * @param traceparent the trace it was asked in; null for one of an older version
 */
public record Job(
    UUID reqId,
    long storeId,
    DayRange range,
    BusinessDays businessDays,
    State state,
    int modelFailures,
    int crashes,
    @Nullable String language,
    @Nullable String adviser,
    @Nullable String model,
    @Nullable String answer,
    @Nullable String failure,
    Instant acceptedAt,
    Instant deadline,
    @Nullable String traceparent) {

  /** How far a job has come. */
  public enum State {
    /** Behind other jobs of its own store. */
    WAITING,
    /** Runs when a slot is free. */
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED
  }

  /** One just accepted. */
  public static Job accepted(
      UUID reqId,
      long storeId,
      DayRange range,
      BusinessDays businessDays,
      Instant acceptedAt,
      Instant deadline,
      @Nullable String traceparent) {
    return new Job(
        reqId,
        storeId,
        range,
        businessDays,
        State.WAITING,
        0,
        0,
        null,
        null,
        null,
        null,
        null,
        acceptedAt,
        deadline,
        traceparent);
  }

  /** As whom the job asks other services. */
  public Tenant tenant() {
    return new Tenant(storeId, "consulting-service", businessDays);
  }
}

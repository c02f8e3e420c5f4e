package com.salesync.consulting.job;

import com.salesync.common.time.BusinessDays;
import com.salesync.common.time.DayRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Any job, at its first start. */
public final class StartedJobs extends Jobs {

  private final Runnable access;

  /**
   * @param access what each access to the database does
   */
  public StartedJobs(Runnable access) {
    super(null);
    this.access = access;
  }

  @Override
  public Optional<Job> start(long storeId, UUID reqId, Instant now) {
    access.run();
    return Optional.of(
        Job.accepted(
            reqId,
            storeId,
            DayRange.of(LocalDate.EPOCH),
            new BusinessDays(ZoneOffset.UTC, LocalTime.MIDNIGHT),
            now,
            now.plusSeconds(60),
            null));
  }
}

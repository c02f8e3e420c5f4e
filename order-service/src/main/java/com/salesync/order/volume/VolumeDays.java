package com.salesync.order.volume;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks of a store's days, each held until the caller's transaction ends. A rebuild of a day waits
 * for, and is waited for by, the payments that count on it; other days and stores go on.
 */
@Component
final class VolumeDays {

  private final JdbcClient jdbc;

  VolumeDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** With all payments and voids, without any rebuild. */
  void share(long storeId, LocalDate businessDay) {
    lock(storeId, businessDay, "for key share");
  }

  /** Alone. */
  void lock(long storeId, LocalDate businessDay) {
    lock(storeId, businessDay, "for update");
  }

  /** The first of a day makes its row. */
  private void lock(long storeId, LocalDate businessDay, String mode) {
    while (!isLocked(storeId, businessDay, mode)) {
      jdbc.sql(
              """
              insert into volume_days (store_id, business_day) values (?, ?) on conflict do nothing
              """)
          .params(storeId, businessDay)
          .update();
    }
  }

  private boolean isLocked(long storeId, LocalDate businessDay, String mode) {
    return jdbc.sql("select from volume_days where store_id = ? and business_day = ? " + mode)
        .params(storeId, businessDay)
        .query((row, number) -> number)
        .optional()
        .isPresent();
  }
}

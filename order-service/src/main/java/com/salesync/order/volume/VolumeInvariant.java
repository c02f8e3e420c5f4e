package com.salesync.order.volume;

import com.salesync.common.database.Reports;
import com.salesync.common.invariant.Invariant;
import com.salesync.common.invariant.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I7: the volumes of a store's day are what the lines of its paid orders add up to. */
@Configuration(proxyBeanMethods = false)
class VolumeInvariant {

  private static final String CHANGED_DAYS =
      """
      select store_id, paid_day::text from orders where paid_at >= :since
      union
      select store_id, paid_day::text from orders where voided_at >= :since
      """;

  private static final String WRONG_DAYS =
      """
      with days as (select store_id, subject::date as business_day from candidates)
      select days.store_id, days.business_day::text
      from days where exists (%s)
      """
          .formatted(RebuildVolumes.differences("days.store_id", "days.business_day"));

  @Bean
  Invariant dailyItemVolumesInvariant(@Reports JdbcClient reports) {
    return new SqlInvariant(reports, "I7", CHANGED_DAYS, WRONG_DAYS);
  }
}

package com.salesync.order.queries;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was paid and not voided, counted from the orders themselves: the books' second opinion. */
@Component
public class PaidDays {

  private final JdbcClient jdbc;

  PaidDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One business day of payments.
   *
   * @param orders how many orders were paid
   * @param total whole won
   */
  public record PaidDay(LocalDate businessDay, long orders, long total) {}

  /** The days on which anything was paid. */
  public List<PaidDay> in(Tenant tenant, DayRange days) {
    return jdbc.sql(
            """
            select paid_day as business_day, count(*) as orders, sum(total_price)::bigint as total
            from orders
            where store_id = ? and status = 'PAID' and paid_day between ? and ?
            group by paid_day
            order by paid_day
            """)
        .params(tenant.storeId(), days.start(), days.end())
        .query(new DataClassRowMapper<>(PaidDay.class))
        .list();
  }
}

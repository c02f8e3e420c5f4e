package com.salesync.sale.revenue;

import com.salesync.common.database.Reports;
import com.salesync.common.invariant.Invariant;
import com.salesync.common.invariant.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The revenue of a day is the sum of its booked sales. */
@Configuration(proxyBeanMethods = false)
class RevenueInvariant {

  @Bean
  Invariant revenueIsTheSumOfItsSales(@Reports JdbcClient jdbc) {
    return new SqlInvariant(
        jdbc,
        "REVENUE",
        """
        select store_id, business_day::text from sales where settled_at >= :since
        union
        select store_id, business_day::text from sales where voided_at >= :since
        """,
        """
        select c.store_id, c.subject
        from candidates c
        cross join lateral (
          select count(*) as sales, coalesce(sum(total_price), 0) as total from sales s
          where s.store_id = c.store_id and s.business_day = c.subject::date
            and s.status in ('COMPLETED', 'VOIDING')) as booked
        cross join lateral (
          select coalesce(sum(r.sales), 0) as sales, coalesce(sum(r.total), 0) as total
          from daily_revenue r
          where r.store_id = c.store_id and r.business_day = c.subject::date) as kept
        where kept.sales <> booked.sales or kept.total <> booked.total
        """);
  }
}

package com.salesync.sale.recovery;

import com.salesync.common.database.Reports;
import com.salesync.common.invariant.Invariant;
import com.salesync.common.invariant.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No payment or void is under way for more than ten minutes. */
@Configuration(proxyBeanMethods = false)
class UnderWayInvariant {

  /** Breaking it is a matter of time, not of change, so whatever is under way is a candidate. */
  @Bean
  Invariant nothingIsUnderWayForLong(@Reports JdbcClient jdbc) {
    return new SqlInvariant(
        jdbc,
        "I6",
        "select store_id, id::text from sales where status in ('PENDING', 'VOIDING')",
        """
        select c.store_id, c.subject
        from candidates c join sales s on (s.store_id, s.id) = (c.store_id, c.subject::bigint)
        where s.status in ('PENDING', 'VOIDING')
          and coalesce(s.void_requested_at, s.created_at) < now() - interval '10 minutes'
        """);
  }
}

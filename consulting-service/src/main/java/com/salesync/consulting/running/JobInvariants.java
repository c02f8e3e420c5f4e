package com.salesync.consulting.running;

import com.salesync.common.database.Reports;
import com.salesync.common.invariant.Invariant;
import com.salesync.common.invariant.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must hold of every job. Only those can break it that have not ended, of which there are few
 * in an index of their own; so these are the candidates, whenever they changed.
 */
@Configuration(proxyBeanMethods = false)
class JobInvariants {

  /** A job ends within its deadline; a minute is for the task that sees to it. */
  @Bean
  Invariant jobsEndInTime(@Reports JdbcClient reports) {
    return new SqlInvariant(
        reports,
        "I9",
        """
        select store_id, req_id::text from consulting_jobs where finished_at is null
        """,
        """
        select c.store_id, c.subject
        from candidates c
          join consulting_jobs j on j.store_id = c.store_id and j.req_id = c.subject::uuid
        where j.finished_at is null and j.deadline < now() - interval '1 minute'
        """);
  }
}

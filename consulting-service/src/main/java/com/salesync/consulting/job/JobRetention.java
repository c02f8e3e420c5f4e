package com.salesync.consulting.job;

import com.salesync.common.retention.Retention;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A job is kept for a year and its comparison; one that has not ended is not old. */
@Configuration(proxyBeanMethods = false)
class JobRetention {

  @Bean
  Retention oldJobs() {
    return new Retention(
        "consulting_jobs",
        Duration.ofDays(400),
        """
        delete from consulting_jobs where (store_id, req_id) in (
          select store_id, req_id from consulting_jobs where finished_at < :before limit :most)
        """);
  }
}

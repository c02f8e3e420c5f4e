package com.salesync.dashboard.consulting;

import com.salesync.common.retention.Retention;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A result is kept for a year and its comparison. */
@Configuration(proxyBeanMethods = false)
class ResultRetention {

  @Bean
  Retention oldResults() {
    return new Retention(
        "consulting_results",
        Duration.ofDays(400),
        """
        delete from consulting_results where (store_id, req_id) in (
          select store_id, req_id from consulting_results where received_at < :before limit :most)
        """);
  }
}

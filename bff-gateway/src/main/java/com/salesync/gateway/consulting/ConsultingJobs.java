package com.salesync.gateway.consulting;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;

/** Consulting-service's public status of a job. */
interface ConsultingJobs {

  @GetExchange("/consulting/{reqId}")
  Status status(@RequestHeader Map<String, String> headers, @PathVariable String reqId);

  /**
   * How far a job is.
   *
   * @param result {@code not completed}, {@code success} or {@code failed}
   * @param message why it failed, among others
   * @param stage {@code accepted} or {@code running} while not completed; null where
   *     consulting-service does not tell
   */
  record Status(String result, @Nullable String message, @Nullable String stage) {

    /** An answer without a result is none: whoever reads it takes it for an outage. */
    public Status {
      Objects.requireNonNull(result, "result");
    }
  }
}

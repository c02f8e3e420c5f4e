package com.salesync.gateway.consulting;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;

/** Dashboard-service's public reading of an answer. */
interface ConsultingAnswers {

  @GetExchange("/dashboard/consulting/{reqId}")
  Answer answer(@RequestHeader Map<String, String> headers, @PathVariable String reqId);

  /** The text, once {@code result} is {@code success}. */
  record Answer(String result, @Nullable String message, @Nullable String consulting) {

    /** An answer without a result is none: whoever reads it takes it for an outage. */
    public Answer {
      Objects.requireNonNull(result, "result");
    }
  }
}

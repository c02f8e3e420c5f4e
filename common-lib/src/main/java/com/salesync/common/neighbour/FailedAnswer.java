package com.salesync.common.neighbour;

import java.io.IOException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClientException;

/** An answer that is no refusal of what was asked but a failure of whoever answered. */
final class FailedAnswer extends RestClientException {

  private final boolean nothingDone;

  private FailedAnswer(HttpStatusCode status, boolean nothingDone) {
    super("Answered " + status);
    this.nothingDone = nothingDone;
  }

  static FailedAnswer of(ClientHttpResponse response) throws IOException {
    HttpStatusCode status = response.getStatusCode();
    boolean said =
        MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(response.getHeaders().getContentType());
    return new FailedAnswer(status, status.is4xxClientError() || (said && status.value() == 503));
  }

  /** Whether it says that nothing was done: a 4xx, or a 503 in the neighbour's own words. */
  boolean nothingDone() {
    return nothingDone;
  }

  /** A refused internal token is a fault of the installation, not of whoever asked. */
  static boolean is(HttpStatusCode status) {
    return status.is5xxServerError()
        || status.value() == 401
        || status.value() == 403
        || status.value() == 429;
  }
}

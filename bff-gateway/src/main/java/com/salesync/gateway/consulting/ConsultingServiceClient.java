package com.salesync.gateway.consulting;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.neighbour.UserHeaders;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.service.annotation.GetExchange;

/** Consulting-service's public status of a job. */
interface ConsultingServiceClient {

  @GetExchange("/consulting/{reqId}")
  Status status(UserHeaders user, @PathVariable String reqId);

  /**
   * The status, within a stream that has begun.
   *
   * @throws QuestionRefused if there is no sense in asking again
   */
  static Status statusAgain(ConsultingServiceClient client, UserHeaders user, String reqId) {
    try {
      return client.status(user, reqId);
    } catch (HttpClientErrorException refusal) {
      throw new QuestionRefused(refusal);
    } catch (NeighbourUnavailable outage) {
      throw hasSessionEnded(outage) ? new QuestionRefused(outage) : outage;
    }
  }

  /** A token that was good when the stream began is refused. */
  static boolean hasSessionEnded(NeighbourUnavailable outage) {
    HttpStatusCode answered = outage.answered();
    return answered != null && answered.value() == 401;
  }

  /**
   * How far a job is.
   *
   * @param result {@code not completed}, {@code success} or {@code failed}
   * @param message why it failed, among others
   * @param stage {@code accepted} or {@code running} while not completed; null where
   *     consulting-service does not say
   */
  record Status(String result, @Nullable String message, @Nullable String stage) {

    /** An answer without a result is none: whoever reads it takes it for an outage. */
    public Status {
      Objects.requireNonNull(result, "result");
    }
  }
}

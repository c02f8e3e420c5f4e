package com.salesync.gateway.consulting;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.neighbour.UserHeaders;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.service.annotation.GetExchange;

/** Dashboard-service's public reading of an answer. */
interface DashboardServiceClient {

  @GetExchange("/dashboard/consulting/{reqId}")
  Answer answer(UserHeaders user, @PathVariable String reqId);

  /**
   * The answer, empty while the dashboard does not know of it.
   *
   * @throws QuestionRefused if there is no sense in asking again
   */
  static Optional<Answer> findAnswer(
      DashboardServiceClient client, UserHeaders user, String reqId) {
    try {
      return Optional.of(client.answer(user, reqId));
    } catch (HttpClientErrorException.NotFound notYet) {
      return Optional.empty();
    } catch (HttpClientErrorException refusal) {
      throw new QuestionRefused(refusal);
    } catch (NeighbourUnavailable outage) {
      throw ConsultingServiceClient.hasSessionEnded(outage) ? new QuestionRefused(outage) : outage;
    }
  }

  /** The text, once {@code result} is {@code success}. */
  record Answer(String result, @Nullable String message, @Nullable String consulting) {

    /** An answer without a result is none: whoever reads it takes it for an outage. */
    public Answer {
      Objects.requireNonNull(result, "result");
    }
  }
}

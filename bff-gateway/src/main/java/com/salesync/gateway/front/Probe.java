package com.salesync.gateway.front;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.neighbour.WithoutToken;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.annotation.GetExchange;

/** Asks a service for nothing in particular; the refusal is the answer. */
interface Probe {

  @WithoutToken
  @GetExchange("/")
  void ask();

  /** Whether it answers; any answer counts that is not a failure of its own, a refusal too. */
  static boolean isAnswered(Probe service) {
    try {
      service.ask();
      return true;
    } catch (NeighbourUnavailable outage) {
      HttpStatusCode answered = outage.answered();
      return answered != null && !answered.is5xxServerError();
    } catch (RestClientException refused) {
      return true;
    }
  }
}

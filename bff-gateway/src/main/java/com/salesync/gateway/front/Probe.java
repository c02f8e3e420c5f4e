package com.salesync.gateway.front;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.neighbour.WithoutToken;
import com.salesync.gateway.front.Reachability.State;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.annotation.GetExchange;

/** Asks a service whether it is ready. */
interface Probe {

  @WithoutToken
  @GetExchange("/readyz")
  void ask();

  static State stateOf(Probe service) {
    try {
      service.ask();
      return State.UP;
    } catch (NeighbourUnavailable outage) {
      return outage.timedOut() ? State.SILENT : State.DOWN;
    } catch (RestClientException refused) {
      return State.DOWN;
    }
  }
}

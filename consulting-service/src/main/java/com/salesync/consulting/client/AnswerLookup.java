package com.salesync.consulting.client;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.neighbour.UserHeaders;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.service.annotation.GetExchange;

/** The dashboard's answers, read as the owner reads them. */
public interface AnswerLookup {

  @GetExchange("/dashboard/consulting/{reqId}")
  Answer answer(UserHeaders owner, @PathVariable UUID reqId);

  /**
   * Whether the owner can read the answer at this moment: not while it is on its way, nor while the
   * dashboard is down.
   */
  default boolean hasAnswer(UserHeaders owner, UUID reqId) {
    try {
      return "success".equals(answer(owner, reqId).result());
    } catch (HttpClientErrorException | NeighbourUnavailable notNow) {
      return false;
    }
  }

  /**
   * What the dashboard holds.
   *
   * @param result {@code success} with an answer
   */
  record Answer(@Nullable String result) {}
}

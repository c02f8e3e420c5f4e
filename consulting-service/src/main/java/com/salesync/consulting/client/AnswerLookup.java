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

  /** What the dashboard says of an answer. */
  enum Whereabouts {
    THERE,
    MISSING,
    /** It cannot be asked at this moment. */
    UNKNOWN
  }

  /** Whether the owner can read the answer at this moment: not while it is on its way. */
  default Whereabouts look(UserHeaders owner, UUID reqId) {
    try {
      return "success".equals(answer(owner, reqId).result())
          ? Whereabouts.THERE
          : Whereabouts.MISSING;
    } catch (HttpClientErrorException.NotFound none) {
      return Whereabouts.MISSING;
    } catch (HttpClientErrorException | NeighbourUnavailable notNow) {
      return Whereabouts.UNKNOWN;
    }
  }

  /**
   * What the dashboard holds.
   *
   * @param result {@code success} with an answer
   */
  record Answer(@Nullable String result) {}
}

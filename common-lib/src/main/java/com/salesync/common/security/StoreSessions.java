package com.salesync.common.security;

import com.salesync.common.neighbour.ActingForNoStore;
import com.salesync.common.neighbour.WithoutToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** What every service asks store-service of keys and ended sessions. */
interface StoreSessions {

  @WithoutToken
  @GetExchange("/.well-known/jwks.json")
  Map<String, Object> jwks();

  @ActingForNoStore(onlyToAskForEndedSessions = true)
  @GetExchange("/internal/sessions/revoked")
  RevokedSessions revokedSince(
      @RequestParam Instant since, @RequestParam(required = false) @Nullable String cursor);

  /**
   * A page of the sessions ended since the instant asked for.
   *
   * @param asOf store-service's clock when it answered
   * @param nextCursor what asks for the next page; null on the last
   */
  record RevokedSessions(Instant asOf, List<RevokedSession> revoked, @Nullable String nextCursor) {}

  /** One ended session; after {@code expiresAt} its tokens are dead by themselves. */
  record RevokedSession(String sid, Instant expiresAt) {}
}

package com.salesync.common.security;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** What store-service tells every other service about keys and ended sessions. */
interface StoreSessions {

  @GetExchange("/.well-known/jwks.json")
  Map<String, Object> jwks();

  @GetExchange("/internal/sessions/revoked")
  RevokedSessions revokedSince(
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization, @RequestParam Instant since);

  /**
   * Sessions ended since the instant asked for.
   *
   * @param asOf store-service's clock when it answered
   */
  record RevokedSessions(Instant asOf, List<RevokedSession> revoked) {}

  /** One ended session; after {@code expiresAt} its tokens are dead by themselves. */
  record RevokedSession(String sid, Instant expiresAt) {}
}

package com.salesync.store.session.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.common.paging.Page;
import com.salesync.common.paging.PageRequest;
import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.store.session.EndSessions;
import com.salesync.store.session.EndedSession;
import com.salesync.store.session.ReadEndedSessions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Sessions")
class SessionsController {

  private final EndSessions endSessions;
  private final ReadEndedSessions readEndedSessions;
  private final Messages messages;

  SessionsController(
      EndSessions endSessions, ReadEndedSessions readEndedSessions, Messages messages) {
    this.endSessions = endSessions;
    this.readEndedSessions = readEndedSessions;
    this.messages = messages;
  }

  @PostMapping("/stores/logout")
  @Operation(summary = "End this token's session")
  LogoutAnswer logOut(Tenant tenant) {
    endSessions.logOut(tenant);
    return new LogoutAnswer("success", messages.get("session.logged_out"));
  }

  @GetMapping("/internal/sessions/revoked")
  @Operation(
      summary = "Internal: sessions ended since an instant whose tokens have not expired, in pages")
  RevokedSessions revoked(@RequestParam Instant since, @Valid PageRequest page) {
    ReadEndedSessions.Ended ended = readEndedSessions.readEndedSessions(since, page);
    Page<RevokedSession> revoked = ended.sessions().map(RevokedSession::from);
    return new RevokedSessions(ended.asOf(), revoked.entries(), revoked.nextCursor());
  }

  record LogoutAnswer(String result, String message) {}

  record RevokedSessions(
      Instant asOf,
      List<RevokedSession> revoked,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  record RevokedSession(String sid, Instant expiresAt) {

    private static RevokedSession from(EndedSession session) {
      return new RevokedSession(session.sid(), session.expiresAt());
    }
  }
}

package com.salesync.store.session.web;

import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.store.session.EndSessions;
import com.salesync.store.session.ReadEndedSessions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
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
  @Operation(summary = "Internal: sessions ended since an instant whose tokens have not expired")
  ReadEndedSessions.Ended revoked(@RequestParam Instant since) {
    return readEndedSessions.readEndedSessions(since);
  }

  record LogoutAnswer(String result, String message) {}
}

package com.salesync.store.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The feed by which every other service learns of ended sessions. */
@Component
public class ReadEndedSessions {

  private final Sessions sessions;
  private final Clock clock;

  ReadEndedSessions(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * What was ended since an instant.
   *
   * @param asOf this service's clock before it looked: what to ask for next time
   */
  public record Ended(Instant asOf, List<EndedSession> revoked) {}

  public Ended readEndedSessions(Instant since) {
    Instant now = clock.instant();
    Instant storable = since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since;
    return storable.isAfter(now)
        ? new Ended(now, List.of())
        : new Ended(now, sessions.endedSince(storable, now));
  }
}

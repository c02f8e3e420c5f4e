package com.salesync.store.session;

import com.salesync.common.paging.Cursor;
import com.salesync.common.paging.Page;
import com.salesync.common.paging.PageRequest;
import java.time.Clock;
import java.time.Instant;
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
   * A page of what was ended since an instant.
   *
   * @param asOf this service's clock before it looked: what to ask for next time, once every page
   *     has been read
   */
  public record Ended(Instant asOf, Page<EndedSession> sessions) {}

  /**
   * Sessions ended since an instant, whose tokens have not expired.
   *
   * @throws com.salesync.common.problem.Problem 400 naming {@code cursor}
   */
  public Ended readEndedSessions(Instant since, PageRequest page) {
    Instant now = clock.instant();
    Instant storable = since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since;
    Instant start = storable.isAfter(now) ? now : storable;
    Cursor after = page.after(Cursor.of(start, 0));
    return new Ended(
        now,
        Page.of(sessions.endedAfter(after, now, page.rowsToRead()), page, EndedSession::cursor));
  }
}

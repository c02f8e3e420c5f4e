package com.salesync.store.session;

import com.salesync.common.paging.Cursor;
import java.time.Instant;

/**
 * A session that was ended before its token expired.
 *
 * @param number tells it apart from others that ended at the same instant
 * @param expiresAt until when verifiers must remember it
 */
public record EndedSession(String sid, Instant endedAt, long number, Instant expiresAt) {

  /** Its place in the list of ended sessions. */
  Cursor cursor() {
    return Cursor.of(endedAt, number);
  }
}

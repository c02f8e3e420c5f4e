package com.salesync.store.session;

import java.time.Instant;

/**
 * A session that was ended before its token expired.
 *
 * @param expiresAt until when verifiers must remember it
 */
public record EndedSession(String sid, Instant expiresAt) {}

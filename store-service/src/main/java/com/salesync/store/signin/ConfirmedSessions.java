package com.salesync.store.signin;

import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions whose holder has lately shown to know the password. A token alone, which may have been
 * left on a till or stolen, never changes the password or closes the store.
 */
@Repository
public class ConfirmedSessions {

  private static final Duration LATELY = Duration.ofMinutes(30);

  private final JdbcClient jdbc;
  private final Clock clock;

  ConfirmedSessions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The session's holder has just shown to know the password. */
  @Transactional
  public void confirm(Tenant tenant) {
    jdbc.sql("update sessions set password_checked_at = ? where store_id = ? and id = ?")
        .params(utc(clock.instant()), tenant.storeId(), UUID.fromString(tenant.session()))
        .update();
  }

  /**
   * Lets pass who has confirmed the password in this session within the last 30 minutes.
   *
   * @throws Problem 403 {@code PASSWORD_CHECK_NEEDED}
   */
  public void requireConfirmed(Tenant tenant) {
    boolean confirmed =
        jdbc.sql(
                """
                select exists (
                  select from sessions
                  where store_id = ? and id = ? and password_checked_at > ?)
                """)
            .params(
                tenant.storeId(),
                UUID.fromString(tenant.session()),
                utc(clock.instant().minus(LATELY)))
            .query(Boolean.class)
            .single();
    if (!confirmed) {
      throw Problem.forbidden("PASSWORD_CHECK_NEEDED");
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

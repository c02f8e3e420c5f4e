package com.salesync.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00.999Z");

  private final Session session = Session.open(7, "key-1", NOW, Duration.ofDays(30));

  @Test
  void belongsToOneStoreAndOneKey() {
    assertThat(session.storeId()).isEqualTo(7);
    assertThat(session.kid()).isEqualTo("key-1");
  }

  @Test
  void beginsInWholeSecondsAsItsTokenSays() {
    assertThat(session.openedAt()).isEqualTo("2026-11-27T09:00:00Z");
    assertThat(session.tokenExpiresAt()).isEqualTo("2026-12-27T09:00:00Z");
  }

  @Test
  void isKeptUntilASlowClockRefusesItsTokenToo() {
    assertThat(session.expiresAt()).isEqualTo("2026-12-27T09:01:00Z");
  }

  @Test
  void isNeverTakenForAnother() {
    assertThat(session.id()).isNotEqualTo(Session.open(7, "key-1", NOW, Duration.ofDays(30)).id());
  }
}

package com.salesync.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.problem.Problem;
import com.salesync.common.test.SettableClock;
import com.salesync.common.test.TestTokens;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemoteSessionDirectoryTest {

  private final SettableClock clock = new SettableClock();
  private final Store store = new Store();
  private final RemoteSessionDirectory directory = new RemoteSessionDirectory(store, clock);

  @Test
  void refusesToGuessWhileNothingHasEverBeenLearnt() {
    store.down = true;

    assertThatThrownBy(directory::keys)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status().value()).isEqualTo(503);
              assertThat(problem.code()).isEqualTo("TOKENS_UNVERIFIABLE");
              assertThat(problem.retryAfterSeconds()).isNotNull();
            });
  }

  @Test
  void learnsWithTheFirstQuestion() {
    assertThat(directory.keys().getKeys()).hasSize(1);
    assertThat(directory.isRevoked("never-ended")).isFalse();
  }

  @Test
  void goesOnWithWhatItLastLearnt() {
    store.end("ended", Duration.ofDays(1));
    directory.follow();
    store.down = true;
    directory.follow();

    assertThat(directory.keys().getKeys()).hasSize(1);
    assertThat(directory.isRevoked("ended")).isTrue();
  }

  @Test
  void asksForEverythingFirstAndLaterForTheRecentPast() {
    directory.follow();
    directory.follow();

    assertThat(store.asked).hasSize(2);
    assertThat(store.asked.getFirst()).isEqualTo(Instant.EPOCH);
    assertThat(store.asked.getLast())
        .isBefore(clock.instant().minusSeconds(20))
        .isAfter(clock.instant().minusSeconds(120));
  }

  @Test
  void dropsASessionWhoseTokensHaveExpired() {
    store.end("ended", Duration.ofHours(1));
    directory.follow();
    store.ended.clear();
    clock.advance(Duration.ofHours(2));
    directory.follow();

    assertThat(directory.isRevoked("ended")).isFalse();
  }

  private final class Store implements StoreSessions {

    private final List<Instant> asked = new ArrayList<>();
    private final List<RevokedSession> ended = new ArrayList<>();
    private boolean down;

    void end(String session, Duration life) {
      ended.add(new RevokedSession(session, clock.instant().plus(life)));
    }

    @Override
    public Map<String, Object> jwks() {
      return TestTokens.publicKeys().toJSONObject();
    }

    @Override
    public RevokedSessions revokedSince(Instant since) {
      if (down) {
        throw new NeighbourUnavailable("store", new IOException("refused"));
      }
      asked.add(since);
      return new RevokedSessions(clock.instant(), List.copyOf(ended));
    }
  }
}

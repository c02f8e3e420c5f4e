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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RemoteSessionDirectoryTest {

  private final SettableClock clock = new SettableClock();
  private final Store store = new Store();
  private final RemoteSessionDirectory directory =
      new RemoteSessionDirectory(store, Duration.ofMillis(500), clock);

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
  void knowsHowOldItsKnowledgeIs() {
    assertThat(directory.age()).isEmpty();
    directory.follow();
    store.down = true;
    clock.advance(Duration.ofMinutes(3));
    directory.follow();

    assertThat(directory.age().orElseThrow())
        .isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
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
  void startsWithEveryPageOfTheEndedSessionsHoweverManyThereAre() {
    endMany(3_210);
    directory.follow();

    assertThat(store.ended).allMatch(session -> directory.isRevoked(session.sid()));
    assertThat(store.asked).as("four pages").hasSize(4).containsOnly(Instant.EPOCH);
  }

  @Test
  void asksForAllAgainWhenOneOfThePagesFailed() {
    endMany(2_500);
    store.failsAfterPages = 1;
    directory.follow();
    assertThat(directory.isRevoked("ended-0")).isTrue();
    assertThat(directory.isRevoked("ended-2499")).isFalse();

    store.failsAfterPages = Integer.MAX_VALUE;
    directory.follow();
    assertThat(directory.isRevoked("ended-2499")).isTrue();
    assertThat(store.asked).containsOnly(Instant.EPOCH);
  }

  @Test
  void goesOnFromWhenTheFirstPageWasRead() {
    endMany(1_500);
    store.clockRunsOnPerPage = Duration.ofMinutes(10);
    Instant began = clock.instant();
    directory.follow();
    directory.follow();

    assertThat(store.asked.get(2)).as("what ended between the pages").isBefore(began);
  }

  private void endMany(int sessions) {
    for (int i = 0; i < sessions; i++) {
      store.end("ended-" + i, Duration.ofDays(1));
    }
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

    private static final int PAGE = 1000;

    private final List<Instant> asked = new ArrayList<>();
    private final List<RevokedSession> ended = new ArrayList<>();
    private boolean down;
    private int failsAfterPages = Integer.MAX_VALUE;
    private Duration clockRunsOnPerPage = Duration.ZERO;

    void end(String session, Duration life) {
      ended.add(new RevokedSession(session, clock.instant().plus(life)));
    }

    @Override
    public Map<String, Object> jwks() {
      return TestTokens.publicKeys().toJSONObject();
    }

    @Override
    public RevokedSessions revokedSince(Instant since, @Nullable String cursor) {
      int start = cursor == null ? 0 : Integer.parseInt(cursor);
      if (down || start / PAGE >= failsAfterPages) {
        throw new NeighbourUnavailable("store", new IOException("refused"));
      }
      asked.add(since);
      int end = Math.min(start + PAGE, ended.size());
      Instant now = clock.instant();
      clock.advance(clockRunsOnPerPage);
      return new RevokedSessions(
          now,
          List.copyOf(ended.subList(start, end)),
          end < ended.size() ? Integer.toString(end) : null);
    }
  }
}

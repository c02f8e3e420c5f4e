package com.salesync.store.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.problem.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PasswordRateLimiterTest {

  private static final ClientAddress HOME = ClientAddress.of("203.0.113.1");

  private final AtomicLong nanos = new AtomicLong(Duration.ofDays(1).toNanos());
  private final PasswordRateLimiter limiter =
      new PasswordRateLimiter(
          new RateLimitProperties(
              new RateLimitProperties.SignUps(60, Duration.ofMinutes(1)),
              new RateLimitProperties.UsernameChecks(120, Duration.ofMinutes(1)),
              new RateLimitProperties.PerAddress(20, Duration.ofMinutes(5)),
              new RateLimitProperties.PerAccountAndAddress(5, Duration.ofMinutes(5)),
              new RateLimitProperties.PerAccount(10, Duration.ofHours(1)),
              new RateLimitProperties.UnderAttack(2, Duration.ofMinutes(10))),
          nanos::get);

  @Test
  void allowsAnAddressToGuessFewTimesAtAnAccount() {
    assertThat(guesses("pizza", HOME, 50)).isEqualTo(5);
  }

  @Test
  void saysWhenToTryAgainAndMeansIt() {
    guesses("pizza", HOME, 5);
    Problem refused = catchThrowableOfType(Problem.class, () -> limiter.begin("pizza", HOME));
    assertThat(refused.status().value()).isEqualTo(429);
    assertThat(refused.retryAfterSeconds()).isEqualTo(60);
    pass(Duration.ofSeconds(59));
    assertThat(guesses("pizza", HOME, 1)).isZero();
    pass(Duration.ofSeconds(1));
    assertThat(guesses("pizza", HOME, 5)).isEqualTo(1);
  }

  @Test
  void allowsAnAddressToTryFewAccounts() {
    int allowed = 0;
    for (int i = 0; i < 50; i++) {
      allowed += guesses("account-" + i, HOME, 1);
    }
    assertThat(allowed).isEqualTo(20);
  }

  @Test
  void doesNotCountWhatWasNoGuess() {
    for (int i = 0; i < 100; i++) {
      limiter.begin("pizza", HOME).succeeded();
    }
    for (int i = 0; i < 100; i++) {
      limiter.begin("pizza", HOME).undecided();
    }
    assertThat(guesses("pizza", HOME, 50)).isEqualTo(5);
  }

  @Test
  void holdsManyAddressesGuessingAtOneAccountToLittleEach() {
    guesses("pizza", attacker(0), 5);
    guesses("pizza", attacker(1), 5);
    for (int i = 2; i < 30; i++) {
      assertThat(guesses("pizza", attacker(i), 50)).isEqualTo(2);
    }
    assertThat(guesses("chicken", HOME, 50)).as("another account").isEqualTo(5);
  }

  @Test
  void acceptsTheOwnerFromAnywhereDuringSuchAnAttack() {
    limiter.begin("pizza", HOME).succeeded();
    for (int i = 0; i < 100; i++) {
      guesses("pizza", attacker(i), 50);
    }
    ClientAddress somewhereNew = ClientAddress.of("198.51.100.77");
    assertThatCode(() -> limiter.begin("pizza", somewhereNew)).doesNotThrowAnyException();
    assertThat(guesses("pizza", HOME, 50)).as("a known address keeps its tries").isEqualTo(5);
  }

  @Test
  void countsNothingInOneLimitWhenAnotherRefuses() {
    guesses("pizza", HOME, 50);
    int others = 0;
    for (int i = 0; i < 50; i++) {
      others += guesses("account-" + i, HOME, 1);
    }
    assertThat(others).isEqualTo(15);
  }

  private int guesses(String account, ClientAddress address, int tries) {
    int allowed = 0;
    for (int i = 0; i < tries; i++) {
      try {
        limiter.begin(account, address);
        allowed++;
      } catch (Problem refused) {
        assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
      }
    }
    return allowed;
  }

  private static ClientAddress attacker(int number) {
    return ClientAddress.of("192.0.2." + number);
  }

  private void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }
}

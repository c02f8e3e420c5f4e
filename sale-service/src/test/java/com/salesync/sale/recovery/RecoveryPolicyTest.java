package com.salesync.sale.recovery;

import static com.salesync.sale.sales.SaleFixture.NOON;
import static com.salesync.sale.sales.SaleFixture.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.salesync.sale.order.PaidOrder;
import com.salesync.sale.recovery.RecoveryPolicy.Decision;
import com.salesync.sale.sales.PaymentProperties;
import com.salesync.sale.sales.SaleFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What recovery decides for each answer of order-service and each age of the last attempt. */
class RecoveryPolicyTest {

  private static final Duration GRACE = Duration.ofMinutes(3);
  private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(10);

  private final RecoveryPolicy policy = new RecoveryPolicy(withGrace(GRACE));

  private static PaymentProperties withGrace(Duration grace) {
    return new PaymentProperties(
        Duration.ofSeconds(3),
        Duration.ofMillis(2500),
        Duration.ofSeconds(3),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        grace,
        LONGEST_ATTEMPT);
  }

  @Test
  void mustOutlastEveryAttempt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> withGrace(LONGEST_ATTEMPT))
        .withMessageContaining("salesync.payment.grace (PT10S) must be longer");
    assertThatNoException().isThrownBy(() -> withGrace(LONGEST_ATTEMPT.plusMillis(1)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 179, 180, 86_400})
  void booksWhatIsPaidHoweverLateThatIsFound(long age) {
    assertThat(decide(Optional.of(ORDER), NOON.plusSeconds(age)))
        .isEqualTo(new Decision.Complete(ORDER));
  }

  @Test
  void waitsWhileARequestMayStillArrive() {
    assertThat(decide(Optional.empty(), NOON.plus(GRACE).minusNanos(1)))
        .isEqualTo(new Decision.LookAgain(NOON.plus(GRACE)));
  }

  @ParameterizedTest
  @ValueSource(longs = {180, 181, 86_400})
  void givesUpWhatIsNotPaidAfterTheGrace(long age) {
    assertThat(decide(Optional.empty(), NOON.plusSeconds(age))).isEqualTo(new Decision.GiveUp());
  }

  @ParameterizedTest(name = "an attempt of {0} s ago is looked at again {1} s later")
  @CsvSource({
    // Never sooner than the recovery delay,
    "0, 3", "5, 3",
    // then half its age,
    "10, 5", "40, 20",
    // at most the recovery interval,
    "60, 30", "140, 30",
    // not later than the grace,
    "160, 20", "179, 1",
    // and after it the interval again.
    "180, 30", "86400, 30"
  })
  void looksAgainTheLaterTheOlderTheAttempt(long age, long pause) {
    Instant now = NOON.plusSeconds(age);
    assertThat(Duration.between(now, policy.nextLook(NOON, now))).hasSeconds(pause);
  }

  private Decision decide(Optional<PaidOrder> paid, Instant asked) {
    return policy.decide(SaleFixture.pending(), paid, asked);
  }
}

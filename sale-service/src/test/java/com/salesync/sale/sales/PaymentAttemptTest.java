package com.salesync.sale.sales;

import static com.salesync.sale.sales.SaleFixture.NOON;
import static com.salesync.sale.sales.SaleFixture.in;
import static com.salesync.sale.sales.SaleFixture.pending;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** How a payment that comes again with its idempotency key is recognised. */
class PaymentAttemptTest {

  private static final Duration LIFE = Duration.ofSeconds(3);
  private static final Instant OVER = NOON.plus(LIFE);

  @Test
  void theFirstOnePays() {
    assertThat(PaymentAttempt.first(pending()).mayPay()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aRepeatMeetsTheSaleOfTheFirst(SaleStatus status) {
    Sale sale = in(status);
    PaymentAttempt repeat = PaymentAttempt.repeatOrResume(sale, OVER.minusNanos(1), LIFE);
    assertThat(repeat.sale()).isSameAs(sale);
    assertThat(repeat.mayPay()).isFalse();
  }

  @Test
  void aRepeatWaitsWhileTheFirstIsUnderWay() {
    assertThat(PaymentAttempt.repeatOrResume(pending(), OVER.minusNanos(1), LIFE).mayPay())
        .isFalse();
  }

  @Test
  void aRepeatCarriesOnWhatADeadCallHasLeft() {
    Sale sale = pending();
    assertThat(PaymentAttempt.repeatOrResume(sale, OVER, LIFE).mayPay()).isTrue();
    assertThat(PaymentAttempt.repeatOrResume(sale, OVER, LIFE).mayPay()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "PENDING")
  void aRepeatNeverPaysASettledSaleAgain(SaleStatus status) {
    assertThat(PaymentAttempt.repeatOrResume(in(status), OVER, LIFE).mayPay()).isFalse();
  }

  /** After an outage the same key may try anew; what order-service has decided is repeated. */
  @ParameterizedTest
  @CsvSource({
    "NO_OPEN_ORDER, true",
    "TOTAL_MISMATCH, true",
    "NOT_REACHED, false",
    "NEVER_PAID, false"
  })
  void aFailedSaleKeepsItsKeyOnlyWhereOrderServiceHasDecided(FailureReason reason, boolean keeps) {
    assertThat(SaleFixture.failed(reason).keepsIdempotencyKey()).isEqualTo(keeps);
  }
}

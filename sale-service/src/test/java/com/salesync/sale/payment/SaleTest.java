package com.salesync.sale.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.BusinessDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SaleTest {

  private static final Instant NOON = Instant.parse("2026-03-01T03:00:00Z");
  private static final Duration LIFE = Duration.ofSeconds(3);
  private static final PaymentRequest REQUEST = new PaymentRequest(4, 12_000, "card");

  @Test
  void isBookedOnTheDayItWasMade() {
    assertThat(sale().businessDay()).isEqualTo(LocalDate.of(2026, 2, 28));
  }

  @Test
  void isTakenOverOnlyWhenTheLastAttemptIsOver() {
    Sale sale = sale();
    assertThat(sale.resume(NOON.plus(LIFE).minusNanos(1), LIFE)).isFalse();
    assertThat(sale.isFirstAttempt()).isTrue();
    assertThat(sale.resume(NOON.plus(LIFE), LIFE)).isTrue();
    assertThat(sale.isFirstAttempt()).isFalse();
    assertThat(sale.resume(NOON.plus(LIFE), LIFE)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void neverLeavesAnEnd(Failure reason) {
    Sale failed = sale();
    failed.fail(reason, reason == Failure.TOTAL_MISMATCH ? 9_000L : null, NOON);
    assertThat(failed.status()).isEqualTo(SaleStatus.FAILED);
    assertThat(failed.resume(NOON.plus(LIFE), LIFE)).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> failed.complete(1, 12_000, NOON));
    assertThatIllegalStateException().isThrownBy(() -> failed.requestVoid(NOON));
    assertThatIllegalStateException().isThrownBy(() -> failed.fail(reason, null, NOON));
  }

  @Test
  void isVoidedStepByStep() {
    Sale sale = sale();
    assertThatIllegalStateException().isThrownBy(() -> sale.requestVoid(NOON));
    sale.complete(7, 12_000, NOON);
    assertThat(sale.isBooked()).isTrue();
    assertThatIllegalStateException().isThrownBy(() -> sale.completeVoid(NOON));
    assertThatIllegalStateException().isThrownBy(() -> sale.fail(Failure.NEVER_PAID, null, NOON));
    sale.requestVoid(NOON);
    assertThatIllegalStateException().isThrownBy(() -> sale.requestVoid(NOON));
    sale.completeVoid(NOON);
    assertThat(sale.status()).isEqualTo(SaleStatus.VOIDED);
    assertThatIllegalStateException().isThrownBy(() -> sale.completeVoid(NOON));
    assertThat(sale.totalPrice()).isEqualTo(12_000);
  }

  @Test
  void knowsItsOwnRequest() {
    assertThat(sale().isFor(REQUEST)).isTrue();
    assertThat(sale().isFor(new PaymentRequest(5, 12_000, "card"))).isFalse();
    assertThat(sale().isFor(new PaymentRequest(4, 12_001, "card"))).isFalse();
    assertThat(sale().isFor(new PaymentRequest(4, 12_000, "cash"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"NO_OPEN_ORDER", "TOTAL_MISMATCH"})
  void givesItsKeyBackWhereOrderServiceHasNotDecided(Failure reason) {
    assertThat(reason.isVerdict()).isFalse();
  }

  private static Sale sale() {
    BusinessDays fromTwoPm = new BusinessDays(ZoneId.of("Asia/Seoul"), LocalTime.of(14, 0));
    return new Sale(new Tenant(1, "session", fromTwoPm), REQUEST, "key", NOON);
  }
}

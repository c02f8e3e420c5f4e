package com.salesync.sale.sales;

import static com.salesync.sale.sales.SaleFixture.NOON;
import static com.salesync.sale.sales.SaleFixture.ORDER;
import static com.salesync.sale.sales.SaleFixture.STORE;
import static com.salesync.sale.sales.SaleFixture.begunAt;
import static com.salesync.sale.sales.SaleFixture.beingVoided;
import static com.salesync.sale.sales.SaleFixture.completed;
import static com.salesync.sale.sales.SaleFixture.failed;
import static com.salesync.sale.sales.SaleFixture.in;
import static com.salesync.sale.sales.SaleFixture.pending;
import static com.salesync.sale.sales.SaleFixture.voided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.salesync.sale.order.PaidOrder;
import com.salesync.sale.revenue.RevenueChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Each transition of a sale, from every state. */
class SaleTest {

  private static final Duration ATTEMPT_LIFE = Duration.ofSeconds(3);
  private static final Duration GRACE = Duration.ofMinutes(3);
  private static final Instant LATER = NOON.plusSeconds(600);

  @Test
  void completesWithTheOrdersOwnTotal() {
    Sale sale = pending();

    assertThat(sale.complete(new PaidOrder(7, 11_000), LATER)).isPresent();

    assertThat(sale.status()).isEqualTo(SaleStatus.COMPLETED);
    assertThat(sale.isBooked()).isTrue();
    assertThat(sale.totalPrice()).isEqualTo(11_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPLETED", "VOIDING", "VOIDED"})
  void isBookedOnce(SaleStatus status) {
    Sale sale = in(status);

    assertThat(sale.complete(new PaidOrder(8, 99_000), LATER)).isEmpty();

    assertThat(sale.status()).isEqualTo(status);
    assertThat(sale.totalPrice()).isEqualTo(12_000);
  }

  @ParameterizedTest
  @EnumSource
  void neverCompletesOnceItHasFailed(FailureReason reason) {
    Sale sale = failed(reason);
    assertThatIllegalStateException().isThrownBy(() -> sale.complete(ORDER, LATER));
    assertThat(sale.status()).isEqualTo(SaleStatus.FAILED);
    assertThat(sale.isBooked()).isFalse();
  }

  @Test
  void failsAtItsOnlyAttempt() {
    Sale sale = pending();

    assertThat(sale.failOnlyAttempt(FailureReason.TOTAL_MISMATCH, 9_000L, LATER)).isTrue();

    assertThat(sale.status()).isEqualTo(SaleStatus.FAILED);
    assertThat(sale.failure()).isEqualTo(FailureReason.TOTAL_MISMATCH);
    assertThat(sale.totalPrice()).isEqualTo(9_000);
  }

  @Test
  void doesNotFailAtASecondAttemptWhileTheFirstMayStillPay() {
    Sale sale = pending();
    sale.resume(LATER, ATTEMPT_LIFE);

    assertThat(sale.failOnlyAttempt(FailureReason.NO_OPEN_ORDER, null, LATER)).isFalse();

    assertThat(sale.status()).isEqualTo(SaleStatus.PENDING);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "PENDING")
  void doesNotFailOnceItIsSettled(SaleStatus status) {
    Sale sale = in(status);
    FailureReason before = sale.failure();

    assertThat(sale.failOnlyAttempt(FailureReason.NOT_REACHED, null, LATER)).isFalse();
    assertThat(sale.giveUp(LATER, GRACE, LATER)).isFalse();

    assertThat(sale.status()).isEqualTo(status);
    assertThat(sale.failure()).isEqualTo(before);
  }

  @Test
  void isGivenUpOnlyWhenNoRequestCanArriveAnyMore() {
    Sale sale = pending();
    Instant graceOver = NOON.plus(GRACE);

    assertThat(sale.giveUp(graceOver.minusNanos(1), GRACE, LATER)).isFalse();
    assertThat(sale.status()).isEqualTo(SaleStatus.PENDING);
    assertThat(sale.giveUp(graceOver, GRACE, LATER)).isTrue();

    assertThat(sale.status()).isEqualTo(SaleStatus.FAILED);
    assertThat(sale.failure()).isEqualTo(FailureReason.NEVER_PAID);
  }

  @Test
  void countsTheGraceFromTheLastAttempt() {
    Sale sale = pending();
    sale.resume(NOON.plusSeconds(100), ATTEMPT_LIFE);
    assertThat(sale.canStillBePaid(NOON.plus(GRACE), GRACE)).isTrue();
    assertThat(sale.canStillBePaid(NOON.plusSeconds(100).plus(GRACE), GRACE)).isFalse();
  }

  @Test
  void isResumedOnlyWhenTheLastAttemptIsOver() {
    Sale sale = pending();
    Instant over = NOON.plus(ATTEMPT_LIFE);
    assertThat(sale.resume(over.minusNanos(1), ATTEMPT_LIFE)).isFalse();
    assertThat(sale.attemptedAt()).isEqualTo(NOON);
    assertThat(sale.resume(over, ATTEMPT_LIFE)).isTrue();
    assertThat(sale.attemptedAt()).isEqualTo(over);
    assertThat(sale.resume(over, ATTEMPT_LIFE)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "PENDING")
  void isNotResumedOnceItIsSettled(SaleStatus status) {
    assertThat(in(status).resume(LATER, ATTEMPT_LIFE)).isFalse();
  }

  @Test
  void isVoidedStepByStep() {
    Sale sale = completed();

    assertThat(sale.requestVoid(LATER, LATER, null)).isTrue();
    assertThat(sale.status()).isEqualTo(SaleStatus.VOIDING);
    assertThat(sale.isBooked()).isTrue();
    assertThat(sale.completeVoid(LATER)).isPresent();

    assertThat(sale.status()).isEqualTo(SaleStatus.VOIDED);
    assertThat(sale.totalPrice()).isEqualTo(12_000);
  }

  @Test
  void isVoidedOnceHoweverOftenItIsAskedFor() {
    Sale beingVoided = beingVoided();
    Instant requested = beingVoided.attemptedAt();
    assertThat(beingVoided.requestVoid(LATER, LATER, null)).isFalse();
    assertThat(beingVoided.attemptedAt()).isEqualTo(requested);
    assertThat(beingVoided.status()).isEqualTo(SaleStatus.VOIDING);

    Sale voided = voided();
    assertThat(voided.requestVoid(LATER, LATER, null)).isFalse();
    assertThat(voided.completeVoid(LATER)).isEmpty();
    assertThat(voided.status()).isEqualTo(SaleStatus.VOIDED);
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "FAILED"})
  void cannotBeVoidedWithoutHavingBeenPaid(SaleStatus status) {
    Sale sale = in(status);
    assertThatIllegalStateException().isThrownBy(() -> sale.requestVoid(LATER, LATER, null));
    assertThatIllegalStateException().isThrownBy(() -> sale.completeVoid(LATER));
    assertThat(sale.status()).isEqualTo(status);
  }

  @Test
  void isNotVoidedBeforeThatWasRequested() {
    Sale sale = completed();
    assertThatIllegalStateException().isThrownBy(() -> sale.completeVoid(LATER));
    assertThat(sale.status()).isEqualTo(SaleStatus.COMPLETED);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T14:59:59Z, Asia/Seoul,       00:00, 2026-03-01",
    "2026-03-01T15:00:00Z, Asia/Seoul,       00:00, 2026-03-02",
    "2026-03-01T18:59:59Z, Asia/Seoul,       04:00, 2026-03-01",
    "2026-03-01T19:00:00Z, Asia/Seoul,       04:00, 2026-03-02",
    "2026-03-01T03:00:00Z, Asia/Seoul,       14:00, 2026-02-28",
    "2026-03-08T06:59:59Z, America/New_York, 03:00, 2026-03-07",
    "2026-03-08T07:00:00Z, America/New_York, 03:00, 2026-03-08"
  })
  void belongsToTheBusinessDayOnWhichItWasBegun(
      Instant begun, String zone, String dayStart, LocalDate day) {
    Sale sale = begunAt(begun, zone, dayStart);
    sale.complete(ORDER, begun.plusSeconds(86_400));
    assertThat(sale.businessDay()).isEqualTo(day);
  }

  @Test
  void addsItsOrdersTotalToTheRevenueOfItsDay() {
    assertThat(pending().complete(new PaidOrder(7, 11_000), LATER))
        .contains(new RevenueChange(STORE, LocalDate.of(2026, 3, 1), 1, 11_000));
  }

  @Test
  void subtractsFromItsOwnDayWhatItAddedHoweverLateItIsVoided() {
    Sale sale = pending();
    RevenueChange gain = sale.complete(ORDER, NOON).orElseThrow();
    sale.requestVoid(NOON.plus(Duration.ofDays(40)), LATER, null);

    RevenueChange loss = sale.completeVoid(NOON.plus(Duration.ofDays(40))).orElseThrow();

    assertThat(loss).isEqualTo(gain.reversed());
    assertThat(gain.sales() + loss.sales()).isZero();
    assertThat(gain.amount() + loss.amount()).isZero();
    assertThat(loss.businessDay()).isEqualTo(LocalDate.of(2026, 3, 1));
  }
}

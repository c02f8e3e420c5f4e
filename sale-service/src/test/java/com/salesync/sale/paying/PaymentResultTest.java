package com.salesync.sale.paying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.salesync.common.problem.Problem;
import com.salesync.sale.paying.PaymentResult.NothingToPay;
import com.salesync.sale.paying.PaymentResult.Paid;
import com.salesync.sale.sales.FailureReason;
import com.salesync.sale.sales.SaleFixture;
import com.salesync.sale.sales.SaleStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a repeated payment is answered: the same as the first. */
class PaymentResultTest {

  @ParameterizedTest
  @EnumSource(names = {"COMPLETED", "VOIDING", "VOIDED"})
  void aPaidSaleWasPaidEvenIfItIsVoidedByNow(SaleStatus status) {
    assertThat(PaymentResult.ofRepeat(SaleFixture.in(status))).isEqualTo(new Paid(SaleFixture.ID));
  }

  @Test
  void whereNothingWasOpenThereIsNothingToPay() {
    assertThat(PaymentResult.ofRepeat(SaleFixture.failed(FailureReason.NO_OPEN_ORDER)))
        .isEqualTo(new NothingToPay());
  }

  @Test
  void aMismatchNamesTheOrdersTotalAgain() {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> PaymentResult.ofRepeat(SaleFixture.failed(FailureReason.TOTAL_MISMATCH)))
        .returns("TOTAL_MISMATCH", Problem::code)
        .returns(409, problem -> problem.status().value())
        .returns(9_000L, problem -> problem.properties().get("total_price"));
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_REACHED", "NEVER_PAID"})
  void anOutageIsToBeTriedAgain(FailureReason reason) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> PaymentResult.ofRepeat(SaleFixture.failed(reason)))
        .returns("OUTCOME_UNKNOWN", Problem::code)
        .returns(504, problem -> problem.status().value());
  }

  @Test
  void whatIsStillPendingIsNotKnown() {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> PaymentResult.ofRepeat(SaleFixture.pending()))
        .returns("OUTCOME_UNKNOWN", Problem::code);
  }
}

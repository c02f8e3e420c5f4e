package com.salesync.sale.sales;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.BusinessDays;
import com.salesync.sale.order.PaidOrder;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** Sales in every state: of table 4, for 12,000 won by card, begun at noon in Seoul. */
public final class SaleFixture {

  public static final Instant NOON = Instant.parse("2026-03-01T03:00:00Z");
  public static final PaymentRequest REQUEST = new PaymentRequest(4, 12_000, "card");
  public static final PaidOrder ORDER = new PaidOrder(7, 12_000);
  public static final long STORE = 5;
  public static final long ID = 17;

  private SaleFixture() {}

  public static Sale pending() {
    return begunAt(NOON, BusinessDays.DEFAULT);
  }

  static Sale begunAt(Instant begun, BusinessDays businessDays) {
    return new Sale(
        ID, new Tenant(STORE, "session", businessDays), REQUEST, begun, begun.plusSeconds(3), null);
  }

  static Sale begunAt(Instant begun, String zone, String dayStart) {
    return begunAt(begun, new BusinessDays(ZoneId.of(zone), LocalTime.parse(dayStart)));
  }

  public static Sale completed() {
    Sale sale = pending();
    sale.complete(ORDER, NOON.plusSeconds(1));
    return sale;
  }

  /** Refused at its only attempt; where the total differed, the order's is 9,000 won. */
  public static Sale failed(FailureReason reason) {
    Sale sale = pending();
    Long orderTotal = reason == FailureReason.TOTAL_MISMATCH ? 9_000L : null;
    sale.failOnlyAttempt(reason, orderTotal, NOON.plusSeconds(1));
    return sale;
  }

  public static Sale beingVoided() {
    Sale sale = completed();
    sale.requestVoid(NOON.plusSeconds(60), NOON.plusSeconds(63), null);
    return sale;
  }

  public static Sale voided() {
    Sale sale = beingVoided();
    sale.completeVoid(NOON.plusSeconds(61));
    return sale;
  }

  /** A sale in the state, however it got there. */
  public static Sale in(SaleStatus status) {
    return switch (status) {
      case PENDING -> pending();
      case COMPLETED -> completed();
      case FAILED -> failed(FailureReason.NO_OPEN_ORDER);
      case VOIDING -> beingVoided();
      case VOIDED -> voided();
    };
  }
}

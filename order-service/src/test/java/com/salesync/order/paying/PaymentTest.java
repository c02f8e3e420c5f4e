package com.salesync.order.paying;

import static com.salesync.order.order.OrderFixture.DAY;
import static com.salesync.order.order.OrderFixture.NOON;
import static com.salesync.order.order.OrderFixture.openedAt;
import static com.salesync.order.order.OrderFixture.paidOrder;
import static com.salesync.order.order.OrderFixture.voidedOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.order.order.OrderStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaymentTest {

  @Test
  void ofBeforeTheOrderWasOpenedIsForAnotherOne() {
    assertThat(requestedAt(NOON).precedes(openedAt(NOON.plusSeconds(20)))).isTrue();
    assertThat(requestedAt(NOON).precedes(openedAt(NOON.plusMillis(1_001)))).isTrue();
  }

  @Test
  void ofAnOpenOrderIsForItThoughClocksDifferByASecond() {
    assertThat(requestedAt(NOON).precedes(openedAt(NOON.minusSeconds(20)))).isFalse();
    assertThat(requestedAt(NOON).precedes(openedAt(NOON.plusSeconds(1)))).isFalse();
  }

  @Test
  void cannotHaveBeenAskedForAfterItArrived() {
    assertThat(requestedAt(NOON).requestedBy(NOON.plusSeconds(20))).isEqualTo(NOON);
    assertThat(requestedAt(NOON).requestedBy(NOON.minusMillis(999))).isEqualTo(NOON);
    assertThat(requestedAt(NOON).requestedBy(NOON.minusSeconds(20)))
        .isEqualTo(NOON.minusSeconds(19));
  }

  @Test
  void aPaidOrderSaysWhetherItWasVoided() {
    assertThat(PaidOrder.of(paidOrder())).isEqualTo(new PaidOrder(0, 40_000, OrderStatus.PAID));
    assertThat(PaidOrder.of(voidedOrder())).isEqualTo(new PaidOrder(0, 40_000, OrderStatus.VOIDED));
  }

  private static Payment requestedAt(Instant time) {
    return new Payment(4, 17, 40_000, DAY, time);
  }
}

package com.salesync.order.order;

import static com.salesync.order.order.OrderFixture.COLA;
import static com.salesync.order.order.OrderFixture.DAY;
import static com.salesync.order.order.OrderFixture.NOON;
import static com.salesync.order.order.OrderFixture.PIZZA;
import static com.salesync.order.order.OrderFixture.PIZZA_AT_A_NEW_PRICE;
import static com.salesync.order.order.OrderFixture.SALE;
import static com.salesync.order.order.OrderFixture.cancelledOrder;
import static com.salesync.order.order.OrderFixture.cart;
import static com.salesync.order.order.OrderFixture.menu;
import static com.salesync.order.order.OrderFixture.newOrder;
import static com.salesync.order.order.OrderFixture.openOrder;
import static com.salesync.order.order.OrderFixture.paidOrder;
import static com.salesync.order.order.OrderFixture.times;
import static com.salesync.order.order.OrderFixture.voidedOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTest {

  @Test
  void beginsOpenAndEmpty() {
    assertThat(newOrder().status()).isEqualTo(OrderStatus.OPEN);
    assertThat(newOrder().isEmpty()).isTrue();
    assertThat(newOrder().totalPrice()).isZero();
  }

  @Test
  void addsUpWhatWasOrdered() {
    Order order = openOrder();
    order.add(cart(times(1, COLA)), menu(COLA));
    assertThat(order.isEmpty()).isFalse();
    assertThat(order.itemIds()).containsExactlyInAnyOrder(PIZZA.itemId(), COLA.itemId());
    assertThat(order.totalPrice()).isEqualTo(43_000);
  }

  @Test
  void keepsThePriceOfWhatIsAlreadyOrdered() {
    Order order = openOrder();
    order.replace(cart(times(3, PIZZA)), menu(PIZZA_AT_A_NEW_PRICE));
    assertThat(order.totalPrice()).isEqualTo(60_000);
    order.add(cart(times(1, PIZZA)), menu(PIZZA_AT_A_NEW_PRICE));
    assertThat(order.totalPrice()).isEqualTo(85_000);
  }

  @Test
  void replacingLeavesOnlyWhatTheCartNames() {
    Order order = openOrder();
    order.replace(cart(times(2, COLA)), menu(COLA));
    assertThat(order.itemIds()).containsExactly(COLA.itemId());
    assertThat(order.totalPrice()).isEqualTo(6_000);
  }

  @Test
  void isPaidOnTheDayThatTheSaleCountsFor() {
    assertThat(openOrder().paidDay()).isNull();
    assertThat(paidOrder().status()).isEqualTo(OrderStatus.PAID);
    assertThat(paidOrder().paidDay()).isEqualTo(DAY);
  }

  @Test
  void staysOnRecordWithItsAmountWhenVoidedOrCancelled() {
    assertThat(voidedOrder().status()).isEqualTo(OrderStatus.VOIDED);
    assertThat(voidedOrder().totalPrice()).isEqualTo(40_000);
    assertThat(voidedOrder().paidDay()).isEqualTo(DAY);
    assertThat(cancelledOrder().status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(cancelledOrder().totalPrice()).isEqualTo(40_000);
  }

  static Stream<Arguments> refusedSteps() {
    Map<String, Consumer<Order>> steps =
        Map.of(
            "add", order -> order.add(cart(times(1, COLA)), menu(COLA)),
            "replace", order -> order.replace(cart(times(1, PIZZA)), menu()),
            "cancel", order -> order.cancel(NOON),
            "pay", order -> order.pay(SALE, NOON, DAY, NOON),
            "void", order -> order.voidPayment(NOON));
    return Stream.of(openOrder(), paidOrder(), voidedOrder(), cancelledOrder())
        .flatMap(
            order ->
                steps.entrySet().stream()
                    .filter(step -> !isAllowed(step.getKey(), order.status()))
                    .map(
                        step ->
                            Arguments.of(order.status(), step.getKey(), order, step.getValue())));
  }

  /** OPEN -> PAID -> VOIDED and OPEN -> CANCELLED; what is ordered changes while it is open. */
  private static boolean isAllowed(String step, OrderStatus status) {
    return status == (step.equals("void") ? OrderStatus.PAID : OrderStatus.OPEN);
  }

  @ParameterizedTest(name = "{0}: no {1}")
  @MethodSource("refusedSteps")
  void refusesEveryOtherStepAndChangesNothing(
      OrderStatus status, String name, Order order, Consumer<Order> step) {
    assertThatThrownBy(() -> step.accept(order))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(status.name());
    assertThat(order.status()).isEqualTo(status);
    assertThat(order.totalPrice()).isEqualTo(40_000);
  }

  @Test
  void everyStepButTheAllowedOnesIsRefused() {
    assertThat(refusedSteps()).hasSize(1 + 4 + 5 + 5);
  }

  @Test
  void itsVersionIsKnownByOrderAndNumber() {
    assertThat(new OrderVersion(7, 3).etag()).isEqualTo("\"7-3\"");
    assertThat(new OrderVersion(7, 12).etag()).isEqualTo("\"7-12\"");
    assertThat(openOrder().version()).isEqualTo(new OrderVersion(0, 0));
  }
}

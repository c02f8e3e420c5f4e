package com.salesync.order.order;

import com.salesync.order.menu.MenuItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.test.util.ReflectionTestUtils;

/** A menu, carts and orders in every state, as tests speak of them. */
public final class OrderFixture {

  public static final MenuItem PIZZA = new MenuItem(1, "Pizza", 20_000);
  public static final MenuItem PIZZA_AT_A_NEW_PRICE = new MenuItem(1, "Pizza deluxe", 25_000);
  public static final MenuItem COLA = new MenuItem(2, "Cola", 3_000);

  public static final Instant NOON = Instant.parse("2026-03-01T03:00:00Z");
  public static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  public static final long SALE = 17;

  private OrderFixture() {}

  public static Cart.Entry times(int quantity, MenuItem item) {
    return new Cart.Entry(item.itemId(), quantity);
  }

  public static Cart cart(Cart.Entry... entries) {
    return new Cart(List.of(entries));
  }

  public static Map<Long, MenuItem> menu(MenuItem... items) {
    return Arrays.stream(items).collect(Collectors.toMap(MenuItem::itemId, Function.identity()));
  }

  /** As {@link com.salesync.order.placing} finds it just after its row was inserted. */
  public static Order newOrder() {
    return openedAt(NOON);
  }

  public static Order openedAt(Instant time) {
    Order order = new Order();
    ReflectionTestUtils.setField(order, "openedAt", time);
    return order;
  }

  /** Two pizzas. */
  public static Order openOrder() {
    Order order = newOrder();
    order.add(cart(times(2, PIZZA)), menu(PIZZA));
    return order;
  }

  public static Order paidOrder() {
    Order order = openOrder();
    order.pay(SALE, NOON, DAY, NOON);
    return order;
  }

  public static Order voidedOrder() {
    Order order = paidOrder();
    order.voidPayment(NOON);
    return order;
  }

  public static Order cancelledOrder() {
    Order order = openOrder();
    order.cancel(NOON);
    return order;
  }
}

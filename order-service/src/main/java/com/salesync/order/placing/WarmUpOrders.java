package com.salesync.order.placing;

import com.salesync.common.security.Tenant;
import com.salesync.common.warmup.WarmUpStatements;
import com.salesync.order.menu.MenuItem;
import com.salesync.order.order.Cart;
import com.salesync.order.paying.PayOrder;
import com.salesync.order.paying.Payment;
import com.salesync.order.paying.VoidOrder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Places, changes and cancels an order; places, pays and voids another. */
@Component
final class WarmUpOrders implements WarmUpStatements {

  private static final int TABLE = 1;
  private static final long ITEM = 1;
  private static final long PRICE = 1_000;
  private static final long SALE = 1;
  private static final IfMatch ANY = new IfMatch(null);

  private final PlaceOrder placeOrder;
  private final ReplaceOrder replaceOrder;
  private final CancelOrder cancelOrder;
  private final PayOrder payOrder;
  private final VoidOrder voidOrder;
  private final Clock clock;

  WarmUpOrders(
      PlaceOrder placeOrder,
      ReplaceOrder replaceOrder,
      CancelOrder cancelOrder,
      PayOrder payOrder,
      VoidOrder voidOrder,
      Clock clock) {
    this.placeOrder = placeOrder;
    this.replaceOrder = replaceOrder;
    this.cancelOrder = cancelOrder;
    this.payOrder = payOrder;
    this.voidOrder = voidOrder;
    this.clock = clock;
  }

  @Override
  public void write(Tenant noStore) {
    Instant now = clock.instant();
    place(noStore, "to be cancelled", now);
    replaceOrder.replaceOrder(noStore, request(2), ANY);
    cancelOrder.cancelOrder(noStore, TABLE, ANY);
    place(noStore, "to be paid", now);
    // Asked for after the order was opened, however slowly a cold service did that.
    Instant asked = clock.instant();
    payOrder.payOrder(
        noStore, new Payment(TABLE, SALE, PRICE, noStore.businessDays().dayOf(asked), asked));
    voidOrder.voidOrder(noStore, SALE);
  }

  private void place(Tenant noStore, String key, Instant now) {
    placeOrder.placePriced(
        noStore, request(1), key, ANY, Map.of(ITEM, new MenuItem(ITEM, "warm-up", PRICE)), now);
  }

  private static TableOrder request(int quantity) {
    return new TableOrder(TABLE, new Cart(List.of(new Cart.Entry(ITEM, quantity))));
  }
}

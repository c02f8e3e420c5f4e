package com.salesync.order.placing.web;

import com.salesync.common.web.StoreScoped;
import com.salesync.order.order.Cart;
import com.salesync.order.placing.TableOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a till sends it.
 *
 * @param tableNo 0 is the kiosk
 * @param carts may be empty: nothing ordered
 */
record OrderRequest(
    @Nullable Long storeId,
    @NotNull @Min(0) @Max(9999) Integer tableNo,
    @NotNull @Size(max = 200) List<@NotNull @Valid CartLine> carts)
    implements StoreScoped {

  record CartLine(@NotNull @Positive Long itemId, @NotNull @Min(1) @Max(999) Integer quantity) {}

  TableOrder order() {
    return new TableOrder(
        tableNo,
        new Cart(
            carts.stream().map(line -> new Cart.Entry(line.itemId(), line.quantity())).toList()));
  }
}

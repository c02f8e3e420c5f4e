package com.salesync.item.menu.web;

import com.salesync.common.web.StoreScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An item as typed in.
 *
 * @param price in won
 * @param description taken when the item is added, ignored when it is changed
 */
record ItemBody(
    @Nullable Long storeId,
    @NotBlank @Size(max = 100) String name,
    @NotNull @Min(0) @Max(1_000_000_000) Long price,
    @Nullable @Size(max = 500) String description)
    implements StoreScoped {

  ItemBody {
    name = TypedText.normalize(name);
    description = TypedText.normalize(description);
  }
}

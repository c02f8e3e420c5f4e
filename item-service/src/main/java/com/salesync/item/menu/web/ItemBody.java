package com.salesync.item.menu.web;

import com.salesync.common.text.Text;
import com.salesync.common.text.TypedText;
import com.salesync.common.web.StoreScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * An item as typed in.
 *
 * @param price in won
 * @param description taken when the item is added, ignored when it is changed
 */
record ItemBody(
    @Nullable Long storeId,
    @NotNull @Text(max = 100) String name,
    @NotNull @Min(0) @Max(1_000_000_000) Long price,
    @Nullable @Text(max = 500, lines = true, blank = true) String description)
    implements StoreScoped {

  ItemBody {
    name = TypedText.keptOrNull(name);
    description = TypedText.keptOrNull(description);
  }
}

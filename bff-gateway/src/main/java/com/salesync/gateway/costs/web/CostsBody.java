package com.salesync.gateway.costs.web;

import com.salesync.common.web.StoreScoped;
import com.salesync.gateway.costs.ItemServiceClient.NewCost;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cost page as the client sends it back, names and prices and all; only costs are read. */
record CostsBody(@Nullable Long storeId, @NotNull List<@NotNull @Valid Category> items)
    implements StoreScoped {

  record Category(@NotNull List<@NotNull @Valid Item> items) {}

  record Item(@NotNull Long itemId, @Nullable @Min(0) @Max(1_000_000_000) Long cost) {}

  List<NewCost> costs() {
    return items.stream()
        .flatMap(category -> category.items().stream())
        .map(item -> new NewCost(item.itemId(), item.cost()))
        .toList();
  }
}

package com.salesync.item.cost.web;

import com.salesync.common.web.StoreScoped;
import com.salesync.item.cost.NewCost;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Costs as typed in: the published client sends an untouched one as null. */
record CostsBody(
    @Nullable Long storeId, @NotNull @Size(max = 1000) List<@NotNull @Valid CostLine> items)
    implements StoreScoped {

  record CostLine(@NotNull Long itemId, @Nullable @Min(0) @Max(1_000_000_000) Long cost) {}

  List<NewCost> costs() {
    return items.stream().map(item -> new NewCost(item.itemId(), item.cost())).toList();
  }
}

package com.salesync.item.cost.web;

import com.salesync.common.web.StoreScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One cost as typed in.
 *
 * @param cost in won; a null unsets it and has to be said, so that leaving it out unsets nothing
 */
record CostBody(@Nullable Long storeId, @NotNull Optional<@Min(0) @Max(1_000_000_000) Long> cost)
    implements StoreScoped {}

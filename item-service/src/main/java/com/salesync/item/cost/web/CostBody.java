package com.salesync.item.cost.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.salesync.common.web.StoreScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * One cost as typed in.
 *
 * @param cost in won; null unsets it and has to be said, so that leaving it out unsets nothing
 */
record CostBody(
    @Nullable Long storeId,
    @JsonProperty(required = true) @Nullable @Min(0) @Max(1_000_000_000) Long cost)
    implements StoreScoped {}

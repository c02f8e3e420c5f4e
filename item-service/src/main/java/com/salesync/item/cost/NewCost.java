package com.salesync.item.cost;

import org.jspecify.annotations.Nullable;

/**
 * What an item costs from today on.
 *
 * @param cost in won; null unsets it
 */
public record NewCost(long itemId, @Nullable Long cost) {}

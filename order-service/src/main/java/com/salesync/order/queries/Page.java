package com.salesync.order.queries;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param nextCursor where the next part begins; null when this was the last
 */
public record Page(List<OrderSummary> orders, @Nullable String nextCursor) {}

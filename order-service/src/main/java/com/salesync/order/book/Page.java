package com.salesync.order.book;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param nextCursor where the next part begins; null when this was the last
 */
public record Page(List<OrderEntry> orders, @Nullable String nextCursor) {}

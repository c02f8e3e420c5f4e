package com.salesync.item.cost;

import org.jspecify.annotations.Nullable;

/** An active item with the cost in force, null where none is set. */
public record CostedItem(
    long itemId,
    String name,
    long categoryId,
    String categoryName,
    long price,
    @Nullable Long cost) {}

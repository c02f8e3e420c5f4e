package com.salesync.sale.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booked sale.
 *
 * @param totalPrice won
 * @param voidedAt when it was voided, null while it counts
 */
public record SaleEntry(
    long id, long totalPrice, Instant createdAt, String paymentType, @Nullable Instant voidedAt) {}

package com.salesync.sale.queries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booked sale.
 *
 * @param totalPrice won
 * @param voidedAt when it was voided, null while it counts
 */
public record SaleSummary(
    long id, long totalPrice, Instant createdAt, String paymentType, @Nullable Instant voidedAt) {}

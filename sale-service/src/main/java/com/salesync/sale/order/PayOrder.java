package com.salesync.sale.order;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Asks order-service to mark the table's open order paid by a sale.
 *
 * @param totalPrice won; the order is paid only if its total is the same
 * @param requestedAt when the sale was begun; an order opened later is not paid by it
 */
public record PayOrder(
    int tableNo, long saleId, long totalPrice, LocalDate businessDay, Instant requestedAt) {}

package com.salesync.sale.payment;

/**
 * A sale to be paid, new or found by its idempotency key.
 *
 * @param ours whether the caller is the one to ask order-service; else somebody does or has done
 */
record Opening(Sale sale, boolean ours) {}

package com.salesync.sale.order;

/** An order that a sale has paid, with its authoritative total in won. */
public record PaidOrder(long orderId, long total) {}

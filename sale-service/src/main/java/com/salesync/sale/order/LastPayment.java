package com.salesync.sale.order;

/** Which sale paid the last order of a table where nothing is open now. */
public record LastPayment(long saleId, PaidOrder order) {}

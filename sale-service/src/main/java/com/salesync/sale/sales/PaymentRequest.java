package com.salesync.sale.sales;

/**
 * What a till asks to be paid.
 *
 * @param totalPrice the total in won that the till showed
 * @param paymentType how it was paid, in the till's own words
 */
public record PaymentRequest(int tableNo, long totalPrice, String paymentType) {}

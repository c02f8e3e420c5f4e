package com.salesync.order.tab;

/** What is wanted at which table. */
public record TableOrder(int tableNo, Cart cart) {}

package com.salesync.sale.order;

/**
 * The right to change the orders of one store. It soon expires, and order-service refuses whatever
 * arrives under it afterwards, however long it was delayed.
 */
public record OrderPermit(String authorization) {}

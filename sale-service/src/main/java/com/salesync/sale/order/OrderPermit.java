package com.salesync.sale.order;

/**
 * The right to pay an order of one store. It is taken before the attempt is recorded and expires a
 * minute later: order-service refuses whatever arrives under it afterwards, however long the caller
 * or the network has delayed it. So the grace of recovery, counted from the attempt, outlives it.
 */
public record OrderPermit(String authorization) {}

package com.salesync.e2e.torture.plan;

/**
 * One line of what is ordered.
 *
 * @param item index in the shop's menu, from 0
 */
public record Line(int item, int quantity) {}

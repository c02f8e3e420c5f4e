package com.salesync.order.menu;

/**
 * An item as the store offers it now.
 *
 * @param price whole won
 */
public record MenuItem(long itemId, String name, long price) {}

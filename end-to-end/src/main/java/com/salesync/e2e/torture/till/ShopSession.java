package com.salesync.e2e.torture.till;

/**
 * A log-in of a shop.
 *
 * @param name unlike that of any other session of any shop
 */
record ShopSession(String name, String token) {}

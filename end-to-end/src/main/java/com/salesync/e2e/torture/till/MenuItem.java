package com.salesync.e2e.torture.till;

/** What a shop sells at a price that stays. */
public record MenuItem(long id, String name, long price) {}

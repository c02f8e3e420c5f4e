package com.salesync.benchmarks.client;

/**
 * An item as the catalogue knows it.
 *
 * @param hasCost false until its cost was entered
 */
public record MenuItem(long id, String name, long price, boolean hasCost) {}

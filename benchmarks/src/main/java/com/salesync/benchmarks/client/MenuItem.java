package com.salesync.localstack.demo;

/**
 * An item as the catalogue knows it.
 *
 * @param hasCost false until its cost was entered
 */
record MenuItem(long id, String name, long price, boolean hasCost) {}

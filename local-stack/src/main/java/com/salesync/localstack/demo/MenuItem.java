package com.salesync.localstack.demo;

/** An item as the catalogue knows it. */
record MenuItem(long id, String name, long price) {}

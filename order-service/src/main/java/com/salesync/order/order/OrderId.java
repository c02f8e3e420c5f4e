package com.salesync.order.order;

/** An order's id, which means something only with its store. */
record OrderId(long storeId, long id) {}

package com.salesync.item.menu;

/** The id of a category or an item, which means something only with its store. */
record IdOfStore(long storeId, long id) {}

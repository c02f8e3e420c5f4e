/** The menu as item-service tells it: all items of an order priced by one call. */
@NullMarked
package com.salesync.order.menu;

import org.jspecify.annotations.NullMarked;

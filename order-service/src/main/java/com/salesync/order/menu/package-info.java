/** What a store sells and at what price, asked of item-service. */
@NullMarked
package com.salesync.order.menu;

import org.jspecify.annotations.NullMarked;

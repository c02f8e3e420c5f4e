/** Orders as they are read: open ones by table, past ones by business day. */
@NullMarked
package com.salesync.order.book;

import org.jspecify.annotations.NullMarked;

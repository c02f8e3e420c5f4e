/**
 * An order of a table, from its first line to payment or cancellation. A table has at most one open
 * order; its lines keep the name and price agreed when they were ordered; nothing is ever deleted.
 */
@NullMarked
package com.salesync.order.order;

import org.jspecify.annotations.NullMarked;

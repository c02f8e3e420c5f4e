/**
 * The tab of a table from its first order to payment or cancellation. A table has at most one open
 * tab; its lines keep the name and price agreed when they were ordered; nothing is ever deleted.
 */
@NullMarked
package com.salesync.order.tab;

import org.jspecify.annotations.NullMarked;

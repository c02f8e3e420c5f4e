/** The reading half of the orders' HTTP contract. */
@NullMarked
package com.salesync.order.book.web;

import org.jspecify.annotations.NullMarked;

/** The reading half of the orders' HTTP contract. */
@NullMarked
package com.salesync.order.queries.web;

import org.jspecify.annotations.NullMarked;

/** The writing half of the orders' HTTP contract, and sale-service's way to pay and void. */
@NullMarked
package com.salesync.order.tab.web;

import org.jspecify.annotations.NullMarked;

/** The writing half of the orders' HTTP contract. */
@NullMarked
package com.salesync.order.placing.web;

import org.jspecify.annotations.NullMarked;

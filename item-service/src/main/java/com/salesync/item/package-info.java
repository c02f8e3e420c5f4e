/** The menu of a store: categories, items, prices and the history of costs. */
@NullMarked
package com.salesync.item;

import org.jspecify.annotations.NullMarked;

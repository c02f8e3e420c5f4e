/**
 * What items cost the store, day by day. The entry of a business day holds until the next one, so
 * that today's edit never changes the profit of a day gone by.
 */
@NullMarked
package com.salesync.item.cost;

import org.jspecify.annotations.NullMarked;

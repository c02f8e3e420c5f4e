/**
 * What was sold of each item on each business day: added up by the transactions that pay and void,
 * so that a report never reads orders, and rebuilt from the orders' lines to prove it.
 */
@NullMarked
package com.salesync.order.volume;

import org.jspecify.annotations.NullMarked;

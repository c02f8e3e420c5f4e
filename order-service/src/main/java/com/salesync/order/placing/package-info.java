/** What a till does to the open order of a table: place, replace, cancel. */
@NullMarked
package com.salesync.order.placing;

import org.jspecify.annotations.NullMarked;

/** The cost page of the web client: item-service's costs, grouped by category. */
@NullMarked
package com.salesync.gateway.costs;

import org.jspecify.annotations.NullMarked;

/** How often an address and a store may ask, counted by this gateway alone. */
@NullMarked
package com.salesync.gateway.limit;

import org.jspecify.annotations.NullMarked;

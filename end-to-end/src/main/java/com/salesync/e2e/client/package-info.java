/** Speaks to the system as its clients do, and knows nothing else of it. */
@NullMarked
package com.salesync.e2e.client;

import org.jspecify.annotations.NullMarked;

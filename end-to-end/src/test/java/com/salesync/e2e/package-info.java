/** The whole system, started once, seen as its users see it: over HTTP through the gateway. */
@NullMarked
package com.salesync.e2e;

import org.jspecify.annotations.NullMarked;

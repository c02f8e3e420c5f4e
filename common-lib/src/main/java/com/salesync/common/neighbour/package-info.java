/** Calls to other services: time-outs, correlation, and outages told apart from refusals. */
@NullMarked
package com.salesync.common.neighbour;

import org.jspecify.annotations.NullMarked;

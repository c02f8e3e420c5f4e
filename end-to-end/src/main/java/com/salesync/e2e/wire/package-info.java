/** Wires between two ends that fail as networks do. */
@NullMarked
package com.salesync.e2e.wire;

import org.jspecify.annotations.NullMarked;

/** Finishes what a crash or an outage has left between two steps of paying or voiding. */
@NullMarked
package com.salesync.sale.recovery;

import org.jspecify.annotations.NullMarked;

/**
 * Before a service is ready it has done once what it will be asked for: its own port was asked,
 * what writes was written and rolled back. Nothing of it is kept or counted, and no neighbour hears
 * of it.
 */
@NullMarked
package com.salesync.common.warmup;

import org.jspecify.annotations.NullMarked;

/** How often, how many at once, and how soon again: the only such brakes in the house. */
@NullMarked
package com.salesync.common.resilience;

import org.jspecify.annotations.NullMarked;

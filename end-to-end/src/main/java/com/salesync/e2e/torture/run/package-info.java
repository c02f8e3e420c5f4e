/** A run from its start to its table. */
@NullMarked
package com.salesync.e2e.torture.run;

import org.jspecify.annotations.NullMarked;

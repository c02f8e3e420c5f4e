/** Does what the plan says, as clients do. */
@NullMarked
package com.salesync.e2e.torture.till;

import org.jspecify.annotations.NullMarked;

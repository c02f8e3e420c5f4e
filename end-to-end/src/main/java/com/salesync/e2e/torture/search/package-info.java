/** Looks for an explanation of what several saw at once. */
@NullMarked
package com.salesync.e2e.torture.search;

import org.jspecify.annotations.NullMarked;

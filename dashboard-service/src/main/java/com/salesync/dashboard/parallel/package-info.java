/** Asks several neighbours at once, on virtual threads. */
@NullMarked
package com.salesync.dashboard.parallel;

import org.jspecify.annotations.NullMarked;

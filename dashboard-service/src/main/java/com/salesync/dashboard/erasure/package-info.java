/** Emptying what a closed store was told and whom it was sent to. */
@NullMarked
package com.salesync.dashboard.erasure;

import org.jspecify.annotations.NullMarked;

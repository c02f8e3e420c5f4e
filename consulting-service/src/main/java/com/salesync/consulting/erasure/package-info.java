/** Emptying what a closed store was advised. */
@NullMarked
package com.salesync.consulting.erasure;

import org.jspecify.annotations.NullMarked;

/** What a run leaves behind. */
@NullMarked
package com.salesync.e2e.torture.evidence;

import org.jspecify.annotations.NullMarked;

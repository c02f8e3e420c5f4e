/** One trace from the gateway through calls, messages, threads and scheduled tasks. */
@NullMarked
package com.salesync.common.tracing;

import org.jspecify.annotations.NullMarked;

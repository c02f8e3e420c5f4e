/** How long whoever asks will wait, at every hop. */
@NullMarked
package com.salesync.common.deadline;

import org.jspecify.annotations.NullMarked;

/** Whether a request may have changed something yet, so that no answer says otherwise. */
@NullMarked
package com.salesync.common.outcome;

import org.jspecify.annotations.NullMarked;

/** Text messages through Amazon SNS. */
@NullMarked
package com.salesync.dashboard.settlement.sns;

import org.jspecify.annotations.NullMarked;

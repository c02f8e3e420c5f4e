/** SMS to owners: queued with what they tell, sent at most once, through SNS. */
@NullMarked
package com.salesync.dashboard.settlement.sms;

import org.jspecify.annotations.NullMarked;

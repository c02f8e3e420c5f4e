/** Messages for Kafka, kept with the transaction of the change they tell of. */
@NullMarked
package com.salesync.common.outbox;

import org.jspecify.annotations.NullMarked;

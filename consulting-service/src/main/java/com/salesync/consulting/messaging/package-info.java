/** The outbox: publishes to the dashboard over Kafka how far a job is, after that is committed. */
@NullMarked
package com.salesync.consulting.messaging;

import org.jspecify.annotations.NullMarked;

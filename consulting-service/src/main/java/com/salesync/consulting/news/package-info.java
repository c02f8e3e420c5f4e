/** The outbox: tells the dashboard over Kafka what became of a job, after that is committed. */
@NullMarked
package com.salesync.consulting.news;

import org.jspecify.annotations.NullMarked;

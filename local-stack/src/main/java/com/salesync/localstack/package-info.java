/**
 * The whole of Salesync on one machine without Docker: PostgreSQL, Kafka and the very jars that are
 * deployed, each in its own process, supervised by one launcher. {@link
 * com.salesync.localstack.LocalStack} is what a test uses, {@code ./salesync} what a person types.
 */
@NullMarked
package com.salesync.localstack;

import org.jspecify.annotations.NullMarked;

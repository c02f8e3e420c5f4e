/**
 * The two servers the services need, from Maven artifacts: PostgreSQL with fsync and passwords, and
 * one Kafka broker in KRaft mode. Both keep their data between starts.
 */
@NullMarked
package com.salesync.localstack.server;

import org.jspecify.annotations.NullMarked;

package com.salesync.common.retention;

import java.time.Duration;

/**
 * Rows that are deleted when they are old. Declare it as a bean: once a day and cluster its
 * statement runs, for all stores, until it finds nothing more.
 *
 * @param rows what they are, for the log and the metric, such as {@code idempotency_keys}
 * @param keep how long a row is kept
 * @param delete SQL that deletes at most {@code :most} rows of before {@code :before}
 *     (timestamptz), found by an index
 */
public record Retention(String rows, Duration keep, String delete) {}

/**
 * Watches, once per cluster, what no constraint can make impossible: each look reads what changed
 * since the last one, replaces the findings in the service's own schema, and every replica exports
 * these.
 */
@NullMarked
package com.salesync.common.invariant;

import org.jspecify.annotations.NullMarked;

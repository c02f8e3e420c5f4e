package com.salesync.common.invariant;

import java.time.Instant;
import java.util.Set;

/**
 * What one look at an invariant has to cover.
 *
 * @param since everything that changed since this instant; the margin for transactions that were
 *     open during the last look is already taken off
 * @param standing what the last look found, whether or not it has changed since
 */
public record Look(Instant since, Set<Finding> standing) {}

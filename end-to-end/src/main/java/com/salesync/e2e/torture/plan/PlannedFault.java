package com.salesync.e2e.torture.plan;

import java.time.Duration;

/**
 * What will befall the stack.
 *
 * @param at milliseconds after the beginning
 * @param pick chooses where it strikes
 */
public record PlannedFault(long at, String name, Duration lasts, int pick) {}

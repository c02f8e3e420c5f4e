package com.salesync.dashboard.report;

import java.time.LocalDate;

/**
 * What one item sold on one business day, at the prices agreed.
 *
 * @param name as it was called when sold
 * @param revenue whole won
 */
public record Volume(
    LocalDate businessDay, long itemId, String name, long quantity, long revenue) {}

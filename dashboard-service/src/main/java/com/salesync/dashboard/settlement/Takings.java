package com.salesync.dashboard.settlement;

import java.time.LocalDate;

/** What a store took on a business day: completed sales, in whole won. */
public record Takings(LocalDate businessDay, long sales, long total) {}

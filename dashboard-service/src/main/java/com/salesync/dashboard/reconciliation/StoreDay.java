package com.salesync.dashboard.reconciliation;

import java.time.LocalDate;

/** One business day of one store. */
public record StoreDay(long storeId, LocalDate day) {}

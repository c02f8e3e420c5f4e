package com.salesync.dashboard.client;

import java.time.LocalDate;

/** One business day of one store. */
public record StoreDay(long storeId, LocalDate businessDay) {}

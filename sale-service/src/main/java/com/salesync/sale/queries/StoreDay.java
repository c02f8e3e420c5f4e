package com.salesync.sale.queries;

import java.time.LocalDate;

/** A business day of a store. */
public record StoreDay(long storeId, LocalDate businessDay) {}

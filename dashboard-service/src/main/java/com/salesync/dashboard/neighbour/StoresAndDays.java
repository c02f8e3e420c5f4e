package com.salesync.dashboard.neighbour;

import java.time.LocalDate;
import java.util.List;

/** What the books of many stores are asked about. */
record StoresAndDays(List<Long> storeIds, LocalDate start, LocalDate end) {}

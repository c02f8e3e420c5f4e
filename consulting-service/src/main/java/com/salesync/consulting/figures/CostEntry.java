package com.salesync.consulting.figures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A cost from a day on; null where the owner cleared it. */
public record CostEntry(LocalDate effectiveDay, @Nullable Long cost) {}

package com.salesync.consulting.figures;

import java.time.LocalDate;

/** What one item sold on one business day, at the prices agreed; revenue in whole won. */
public record Volume(
    LocalDate businessDay, long itemId, String name, long quantity, long revenue) {}

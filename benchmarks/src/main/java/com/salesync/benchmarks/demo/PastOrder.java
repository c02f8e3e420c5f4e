package com.salesync.benchmarks.demo;

import com.salesync.benchmarks.client.MenuItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An order that was opened and paid on one business day. */
record PastOrder(
    LocalDate day,
    Instant openedAt,
    Instant paidAt,
    int tableNo,
    String paymentType,
    List<Line> lines) {

  /** So many of an item, at its price on the menu. */
  record Line(MenuItem item, int quantity) {}

  long total() {
    return lines.stream().mapToLong(line -> line.item().price() * line.quantity()).sum();
  }
}

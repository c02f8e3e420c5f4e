package com.salesync.dashboard.reconciliation;

import com.salesync.common.time.BusinessDays;
import com.salesync.common.time.DayRange;
import com.salesync.dashboard.parallel.Concurrently;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lays the books of the neighbours side by side. */
@Component
public class Reconcile {

  private final Totals totals;

  Reconcile(Totals totals) {
    this.totals = totals;
  }

  public Reconciliation between(long storeId, BusinessDays businessDays, DayRange range) {
    try (Concurrently neighbours = new Concurrently()) {
      Supplier<Map<LocalDate, DayTotal>> taken =
          neighbours.ask(() -> totals.taken(storeId, businessDays, range));
      Supplier<Map<LocalDate, DayTotal>> paid =
          neighbours.ask(() -> totals.paid(storeId, businessDays, range));
      Supplier<Map<LocalDate, Long>> reported =
          neighbours.ask(() -> totals.reported(storeId, businessDays, range));
      return balance(range, taken.get(), paid.get(), reported.get());
    }
  }

  private static Reconciliation balance(
      DayRange range,
      Map<LocalDate, DayTotal> taken,
      Map<LocalDate, DayTotal> paid,
      Map<LocalDate, Long> reported) {
    return new Reconciliation(
        range
            .days()
            .map(
                day ->
                    DayBalance.of(
                        day,
                        taken.getOrDefault(day, DayTotal.NOTHING),
                        paid.getOrDefault(day, DayTotal.NOTHING),
                        reported.getOrDefault(day, 0L)))
            .toList());
  }
}

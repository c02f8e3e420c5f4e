package com.salesync.dashboard.reconciliation;

import com.salesync.common.time.BusinessDays;
import com.salesync.common.time.DayRange;
import java.time.LocalDate;
import java.util.Map;

/** The three books that must agree; days without an entry have nothing. */
public interface Totals {

  /** Completed sales of sale-service. */
  Map<LocalDate, DayTotal> taken(long storeId, BusinessDays businessDays, DayRange range);

  /** Paid orders of order-service. */
  Map<LocalDate, DayTotal> paid(long storeId, BusinessDays businessDays, DayRange range);

  /** The revenue the reports show. */
  Map<LocalDate, Long> reported(long storeId, BusinessDays businessDays, DayRange range);
}

package com.salesync.consulting.job;

import com.salesync.common.time.BusinessDays;
import com.salesync.common.time.DayRange;
import com.salesync.consulting.figures.Figures;
import java.util.Locale;

/** What is known elsewhere of a store and its period; a neighbour's outage is thrown as such. */
public interface Period {

  /** Whether anything was paid for in the range. */
  boolean hasSales(long storeId, BusinessDays businessDays, DayRange range);

  Figures figures(long storeId, BusinessDays businessDays, DayRange range);

  Store store(long storeId, BusinessDays businessDays);

  /** Whom the advice is for, and in which language. */
  record Store(String name, Locale language) {}
}

package com.salesync.dashboard.report;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import java.util.List;
import java.util.Map;

/** Where the figures of a report come from; each method is one question, however long the range. */
public interface Books {

  /** What was paid for and not voided, per day and item. */
  List<Volume> volumes(Tenant tenant, DayRange range);

  /** The costs that matter for the range, by item, deleted items included. */
  Map<Long, CostHistory> costs(Tenant tenant, DayRange range);
}

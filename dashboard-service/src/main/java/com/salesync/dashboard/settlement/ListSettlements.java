package com.salesync.dashboard.settlement;

import com.salesync.common.paging.Page;
import com.salesync.common.paging.PageRequest;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import org.springframework.stereotype.Component;

/** What was settled, oldest first. */
@Component
public class ListSettlements {

  private final Settlements settlements;

  ListSettlements(Settlements settlements) {
    this.settlements = settlements;
  }

  public Page<Settlement> listSettlements(Tenant tenant, DayRange range, PageRequest page) {
    return Page.byId(
        settlements.between(tenant.storeId(), range, page.afterId(), page.rowsToRead()),
        page,
        Settlement::id);
  }
}

package com.salesync.dashboard.settlement;

import com.salesync.common.paging.Cursor;
import com.salesync.common.paging.Page;
import com.salesync.common.paging.PageRequest;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What was settled, oldest first. */
@Component
public class ListSettlements {

  private final Settlements settlements;

  ListSettlements(Settlements settlements) {
    this.settlements = settlements;
  }

  public Page<Settlement> listSettlements(Tenant tenant, DayRange range, PageRequest page) {
    Cursor after = page.after(Cursor.of(Instant.EPOCH, 0));
    return Page.of(
        settlements.between(
            tenant.storeId(), range, after.time(0), after.number(1), page.rowsToRead()),
        page,
        last -> Cursor.of(last.requestedAt(), last.id()));
  }
}

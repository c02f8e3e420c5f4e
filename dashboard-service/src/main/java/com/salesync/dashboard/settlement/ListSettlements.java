package com.salesync.dashboard.settlement;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was settled, oldest first. */
@Component
public class ListSettlements {

  private final Settlements settlements;

  ListSettlements(Settlements settlements) {
    this.settlements = settlements;
  }

  /** At most {@code limit} settlements whose id is beyond {@code afterId}. */
  public List<Settlement> between(Tenant tenant, DayRange range, long afterId, int limit) {
    return settlements.between(tenant.storeId(), range, afterId, limit);
  }
}

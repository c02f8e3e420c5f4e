package com.salesync.dashboard.client;

import com.salesync.common.security.Tenant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** What item-service has of costs. */
public interface ItemServiceClient {

  /** The costs that matter for the range, of deleted items too. */
  @GetExchange("/internal/items/costs")
  Costs costs(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end);

  record Costs(List<ItemCosts> items) {}

  record ItemCosts(long itemId, List<Cost> costs) {}

  /**
   * A cost from a day on.
   *
   * @param cost KRW per piece; null where the owner cleared it
   */
  record Cost(LocalDate effectiveDay, @Nullable Long cost) {}
}

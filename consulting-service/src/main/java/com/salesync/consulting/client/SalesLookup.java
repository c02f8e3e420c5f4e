package com.salesync.consulting.client;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** The dashboard's quick answer for whoever waits for it. */
public interface SalesLookup {

  @GetExchange("/internal/figures/sold")
  Sold sold(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end);

  /** Whether anything was paid for in the range. */
  default boolean hasSales(Tenant tenant, DayRange range) {
    return sold(tenant, range.start(), range.end()).sold();
  }

  record Sold(boolean sold) {}
}

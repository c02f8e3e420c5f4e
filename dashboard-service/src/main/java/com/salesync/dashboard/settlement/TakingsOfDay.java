package com.salesync.dashboard.settlement;

import com.salesync.common.security.Tenant;
import java.time.LocalDate;

/** Where the day's takings come from. */
public interface TakingsOfDay {

  Takings of(Tenant tenant, LocalDate day);
}

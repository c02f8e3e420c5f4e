package com.salesync.dashboard.settlement;

import com.salesync.common.security.Tenant;

/** Where recipients come from. */
public interface Recipients {

  Recipient of(Tenant tenant);
}

package com.salesync.sale.recovery;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.BusinessDays;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sale under way that recovery is to look at.
 *
 * @param recoverAt when; who finds another time there has lost the sale to another
 * @param traceparent the trace of the request that began what is under way
 */
record DueSale(long storeId, long saleId, Instant recoverAt, @Nullable String traceparent) {

  /**
   * The store as this service acts for it by itself. What recovery asks of order-service does not
   * depend on the store's business day: sale and order both keep the day they were booked on.
   */
  Tenant tenant() {
    return new Tenant(storeId, "sale-service", BusinessDays.DEFAULT);
  }
}

package com.salesync.sale.sales;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.BusinessDays;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The sale a recovery is to finish, stored with its task, and the claims to act for its store with.
 *
 * @param dayStart wall-clock time at which the store's business day begins
 */
public record RecoveryTask(long storeId, long saleId, String zone, String dayStart) {

  public static final TaskDescriptor<RecoveryTask> DESCRIPTOR =
      TaskDescriptor.of("finish-sale", RecoveryTask.class);

  static RecoveryTask of(Tenant tenant, long saleId) {
    return new RecoveryTask(
        tenant.storeId(),
        saleId,
        tenant.businessDays().zone().getId(),
        tenant.businessDays().dayStart().toString());
  }

  /** The store as this service acts for it by itself. */
  public Tenant tenant() {
    return new Tenant(
        storeId, "sale-service", new BusinessDays(ZoneId.of(zone), LocalTime.parse(dayStart)));
  }
}

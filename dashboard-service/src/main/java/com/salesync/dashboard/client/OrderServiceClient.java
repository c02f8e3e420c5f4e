package com.salesync.dashboard.client;

import com.salesync.common.neighbour.ActingForNoStore;
import com.salesync.common.neighbour.OnlyReads;
import com.salesync.common.security.Tenant;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What order-service has of orders that were paid and not voided. */
public interface OrderServiceClient {

  @GetExchange("/internal/volumes")
  Volumes volumes(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end);

  /** Days on which nothing was paid may be left out. */
  @OnlyReads
  @PostExchange("/internal/orders/day-totals")
  DayTotals dayTotals(Tenant tenant, @RequestBody AskedDays question);

  /** Of any store. */
  @ActingForNoStore
  @OnlyReads
  @PostExchange("/internal/orders/day-totals")
  DayTotals dayTotalsOfAnyStore(@RequestBody AskedDays question);

  record Volumes(List<DailyItemVolume> volumes) {}

  /**
   * What one item sold on one business day, at the prices agreed.
   *
   * @param name as it was called when sold
   * @param revenue KRW
   */
  record DailyItemVolume(
      LocalDate businessDay, long itemId, String name, long quantity, long revenue) {}

  record DayTotals(List<DayTotal> days) {}

  /**
   * One business day of one store.
   *
   * @param total KRW, added up from the orders
   * @param reported KRW, from the roll-up that reports read
   * @param checksum equals that of {@link SaleServiceClient.DayTotal} only where both have every
   *     single sale
   */
  record DayTotal(
      long storeId,
      LocalDate businessDay,
      long orders,
      BigInteger total,
      BigInteger reported,
      BigInteger checksum) {

    public StoreDay storeDay() {
      return new StoreDay(storeId, businessDay);
    }
  }
}

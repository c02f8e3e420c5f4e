package com.salesync.e2e.torture.evidence;

import java.util.List;
import java.util.Map;

/**
 * What the public API says of a shop once all is quiet.
 *
 * @param marker part of every name of this shop
 * @param prices by item, of those whose prices stay
 * @param items all on the menu: price by id
 * @param revenue by business day
 * @param volumes the same as the dashboard says
 * @param reported the dashboard's sum over all days
 * @param texts that its owner got, oldest first
 */
public record ShopState(
    String marker,
    Map<Long, Long> prices,
    Map<Long, Long> items,
    List<String> itemNames,
    List<SaleState> sales,
    List<OrderState> orders,
    Map<String, Long> revenue,
    Map<String, Long> volumes,
    long reported,
    List<String> texts,
    Map<String, String> consultations) {

  /** A sale in the list. */
  public record SaleState(long id, long total, String day, boolean voided) {}

  /**
   * An order in the list.
   *
   * @param status OPEN, PAID or VOIDED
   * @param lines pieces by item
   */
  public record OrderState(long id, long table, String status, long total, Map<Long, Long> lines) {}
}

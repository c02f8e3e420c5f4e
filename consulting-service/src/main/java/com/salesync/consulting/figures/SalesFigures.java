package com.salesync.consulting.figures;

import java.time.LocalDate;
import java.util.List;

/**
 * A period in figures; money in KRW.
 *
 * @param profit revenue less known costs
 * @param items by revenue, highest first
 * @param weekdays Monday first, only those the period contains
 */
public record SalesFigures(
    LocalDate start,
    LocalDate end,
    long revenue,
    long profit,
    List<ItemFigures> items,
    List<WeekdayFigures> weekdays) {

  public boolean isEmpty() {
    return items.isEmpty();
  }
}

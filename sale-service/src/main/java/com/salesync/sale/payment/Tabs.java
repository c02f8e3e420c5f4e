package com.salesync.sale.payment;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.time.BusinessDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The tabs of a store's tables, kept by order-service. Every operation may be repeated. */
public interface Tabs {

  /**
   * The right to change the tabs of one store. It soon expires, and order-service refuses whatever
   * arrives under it afterwards, however long it was delayed.
   */
  record Permit(String authorization) {}

  /**
   * A tab to be marked paid by a sale, if its total is the one the till showed.
   *
   * @param requestedAt when the sale was begun; a tab opened later is not the one it is for
   */
  record Payment(
      long saleId, int tableNo, long total, LocalDate businessDay, Instant requestedAt) {}

  /** A tab that a sale has paid, with its authoritative total in won. */
  record PaidTab(long orderId, long total) {}

  /** What became of an attempt to pay. */
  sealed interface Verdict {

    record Paid(PaidTab tab) implements Verdict {}

    record NoOpenOrder() implements Verdict {}

    record TotalDiffers(long orderTotal) implements Verdict {}

    /** No connection stood: the tab is certainly unchanged by this attempt. */
    record NotReached(NeighbourUnavailable outage) implements Verdict {}

    /** The tab may be paid, may not be, or may yet be. */
    record Unclear(NeighbourUnavailable outage) implements Verdict {}
  }

  Permit permit(long storeId, BusinessDays businessDays);

  Verdict pay(Permit permit, Payment payment);

  /**
   * The tab this sale has paid, if it has.
   *
   * @throws NeighbourUnavailable if there is no telling
   */
  Optional<PaidTab> paidBy(Permit permit, long saleId);

  /**
   * Marks the tab this sale has paid as voided.
   *
   * @throws NeighbourUnavailable if it is not certain that this has happened
   */
  void voidPaid(Permit permit, long saleId);
}

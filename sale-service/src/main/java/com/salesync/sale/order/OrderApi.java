package com.salesync.sale.order;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * order-service's side of the saga as sale-service uses it. A bean of its own and public, so that a
 * test can stand between the steps of a payment.
 */
public interface OrderApi {

  @PutExchange("/orders/paid")
  @Nullable PaidOrder pay(
      @RequestHeader("Authorization") String authorization, @RequestBody PayOrder order);

  @GetExchange("/internal/orders/paid-by/{saleId}")
  @Nullable PaidOrder paidBy(
      @RequestHeader("Authorization") String authorization, @PathVariable("saleId") long saleId);

  @PutExchange("/internal/orders/voided")
  @Nullable VoidedOrder voidPaid(
      @RequestHeader("Authorization") String authorization, @RequestBody VoidOrder order);

  /**
   * Marks the table's open order paid by this sale, if its total is this one.
   *
   * @param requestedAt when the till asked first: an order opened later is not meant
   */
  record PayOrder(
      int tableNo, long saleId, long totalPrice, LocalDate businessDay, Instant requestedAt) {}

  record VoidOrder(long saleId) {}

  record PaidOrder(@Nullable Long orderId, @Nullable Long totalPrice) {}

  record VoidedOrder(@Nullable Long orderId) {}

  /** The part of a problem document that tells refusals apart. */
  record Refusal(@Nullable String code, @Nullable Long totalPrice) {}
}

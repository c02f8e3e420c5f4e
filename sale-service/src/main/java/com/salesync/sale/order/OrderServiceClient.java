package com.salesync.sale.order;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * order-service as sale-service calls it. A bean of its own and public, so that a test can stand
 * between the steps of a payment.
 */
public interface OrderServiceClient {

  @PutExchange("/orders/paid")
  @Nullable PaidAnswer payOrder(
      @RequestHeader("Authorization") String authorization, @RequestBody PayOrder order);

  @GetExchange("/internal/orders/paid-by/{saleId}")
  @Nullable PaidAnswer orderPaidBy(
      @RequestHeader("Authorization") String authorization, @PathVariable("saleId") long saleId);

  @PutExchange("/internal/orders/voided")
  @Nullable VoidedAnswer voidOrder(
      @RequestHeader("Authorization") String authorization, @RequestBody VoidOrder order);

  record VoidOrder(long saleId) {}

  record PaidAnswer(@Nullable Long orderId, @Nullable Long totalPrice) {}

  record VoidedAnswer(@Nullable Long orderId) {}

  /** The part of a problem document that tells refusals apart. */
  record Refusal(@Nullable String code, @Nullable Long totalPrice) {}
}

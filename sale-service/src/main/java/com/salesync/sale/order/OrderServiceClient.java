package com.salesync.sale.order;

import com.salesync.common.neighbour.WithoutToken;
import com.salesync.common.security.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

  /** No token is minted at the call: see {@link OrderPermit}. */
  @WithoutToken
  @PutExchange("/orders/paid")
  @Nullable PaidAnswer payOrder(
      @RequestHeader(HttpHeaders.AUTHORIZATION) String permit, @RequestBody PayOrder order);

  @GetExchange("/internal/orders/paid-by/{saleId}")
  @Nullable PaidAnswer orderPaidBy(Tenant tenant, @PathVariable("saleId") long saleId);

  @PutExchange("/internal/orders/voided")
  @Nullable VoidedAnswer voidOrder(Tenant tenant, @RequestBody VoidOrder order);

  record VoidOrder(long saleId) {}

  record PaidAnswer(@Nullable Long orderId, @Nullable Long totalPrice) {}

  record VoidedAnswer(@Nullable Long orderId) {}

  /** The part of a problem document that tells refusals apart. */
  record Refusal(
      @Nullable String code, @Nullable Long totalPrice, @Nullable LastPaymentAnswer lastPayment) {}

  record LastPaymentAnswer(
      @Nullable Long saleId, @Nullable Long orderId, @Nullable Long totalPrice) {}
}

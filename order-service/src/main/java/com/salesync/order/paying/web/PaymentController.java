package com.salesync.order.paying.web;

import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.order.paying.PaidOrder;
import com.salesync.order.paying.PayOrder;
import com.salesync.order.paying.Payment;
import com.salesync.order.paying.VoidOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Payment and voiding; only services may call it. */
@Tag(name = "Internal")
@RestController
final class PaymentController {

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final PayOrder payOrder;
  private final VoidOrder voidOrder;

  PaymentController(PayOrder payOrder, VoidOrder voidOrder) {
    this.payOrder = payOrder;
    this.voidOrder = voidOrder;
  }

  record PaymentRequest(
      @NotNull @Min(0) @Max(9999) Integer tableNo,
      @NotNull @Positive Long saleId,
      @NotNull @PositiveOrZero Long totalPrice,
      @NotNull LocalDate businessDay,
      @NotNull Instant requestedAt) {

    Payment payment() {
      if (requestedAt.isBefore(Instant.EPOCH) || requestedAt.isAfter(LATEST)) {
        throw Problem.badRequest("VALIDATION_FAILED").field("requested_at", "invalid");
      }
      return new Payment(
          tableNo, saleId, totalPrice, DayRange.of(businessDay).start(), requestedAt);
    }
  }

  record VoidRequest(@NotNull @Positive Long saleId) {}

  @Operation(summary = "Mark the open order of a table paid by a sale; idempotent on the sale")
  @PutMapping("/orders/paid")
  PaidOrder paid(Tenant tenant, @Valid @RequestBody PaymentRequest request) {
    return payOrder.payOrder(tenant, request.payment());
  }

  @Operation(summary = "Void the payment of a sale; idempotent")
  @PutMapping("/internal/orders/voided")
  PaidOrder voided(Tenant tenant, @Valid @RequestBody VoidRequest request) {
    return voidOrder.voidOrder(tenant, request.saleId());
  }

  @Operation(summary = "The order a sale has paid")
  @GetMapping("/internal/orders/paid-by/{sale_id}")
  PaidOrder paidBy(Tenant tenant, @PathVariable("sale_id") long saleId) {
    return payOrder
        .orderPaidBy(tenant, saleId)
        .orElseThrow(() -> Problem.notFound("ORDER_NOT_FOUND"));
  }
}

package com.salesync.sale.paying.web;

import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.sale.paying.PaymentResult.NothingToPay;
import com.salesync.sale.paying.PaymentResult.Paid;
import com.salesync.sale.paying.TakePayment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Sales")
@RestController
class PaymentController {

  private final TakePayment takePayment;
  private final Messages messages;

  PaymentController(TakePayment takePayment, Messages messages) {
    this.takePayment = takePayment;
    this.messages = messages;
  }

  @Operation(summary = "Take the payment of a table's order")
  @PostMapping("/sales")
  @ApiResponse(responseCode = "201", description = "Paid", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "200", description = "Nothing to pay", useReturnTypeSchema = true)
  ResponseEntity<PaymentAnswer> take(
      Tenant tenant,
      @Valid @RequestBody PaymentBody body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    if (key != null) {
      IdempotencyGate.requireAcceptable(key);
    }
    return switch (takePayment.takePayment(tenant, body.toRequest(), key)) {
      case Paid paid ->
          ResponseEntity.status(HttpStatus.CREATED)
              .body(PaymentAnswer.paid(messages.get("payment.completed"), paid.saleId()));
      case NothingToPay none ->
          ResponseEntity.ok(PaymentAnswer.failed(messages.get("payment.nothing-to-pay")));
    };
  }
}

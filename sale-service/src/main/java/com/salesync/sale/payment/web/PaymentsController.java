package com.salesync.sale.payment.web;

import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.sale.payment.PaymentOutcome.NothingToPay;
import com.salesync.sale.payment.PaymentOutcome.Paid;
import com.salesync.sale.payment.TakePayment;
import com.salesync.sale.payment.VoidPayment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Sales")
@RestController
class PaymentsController {

  private final TakePayment takePayment;
  private final VoidPayment voidPayment;
  private final Messages messages;

  PaymentsController(TakePayment takePayment, VoidPayment voidPayment, Messages messages) {
    this.takePayment = takePayment;
    this.voidPayment = voidPayment;
    this.messages = messages;
  }

  @Operation(summary = "Take the payment of a table's tab")
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
    return switch (takePayment.take(tenant, body.toRequest(), key)) {
      case Paid paid ->
          ResponseEntity.status(HttpStatus.CREATED)
              .body(PaymentAnswer.paid(messages.get("payment.completed"), paid.saleId()));
      case NothingToPay none ->
          ResponseEntity.ok(PaymentAnswer.failed(messages.get("payment.nothing-to-pay")));
    };
  }

  @Operation(summary = "Void a sale; idempotent")
  @DeleteMapping("/sales/{sale_id}")
  PaymentAnswer voidSale(Tenant tenant, @PathVariable("sale_id") long saleId) {
    return voidPayment.voidSale(tenant, saleId)
        ? PaymentAnswer.done(messages.get("payment.voided"))
        : PaymentAnswer.failed(messages.get("payment.unknown"));
  }
}

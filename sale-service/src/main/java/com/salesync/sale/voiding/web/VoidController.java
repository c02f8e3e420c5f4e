package com.salesync.sale.voiding.web;

import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.sale.voiding.VoidPayment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Sales")
@RestController
class VoidController {

  private final VoidPayment voidPayment;
  private final Messages messages;

  VoidController(VoidPayment voidPayment, Messages messages) {
    this.voidPayment = voidPayment;
    this.messages = messages;
  }

  @Operation(summary = "Void a sale; idempotent")
  @DeleteMapping("/sales/{sale_id}")
  VoidAnswer voidSale(Tenant tenant, @PathVariable("sale_id") long saleId) {
    return voidPayment.voidPayment(tenant, saleId)
        ? new VoidAnswer("success", messages.get("payment.voided"))
        : new VoidAnswer("failed", messages.get("payment.unknown"));
  }
}

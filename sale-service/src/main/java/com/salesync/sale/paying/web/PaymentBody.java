package com.salesync.sale.paying.web;

import com.salesync.common.text.Text;
import com.salesync.common.text.TypedText;
import com.salesync.common.web.StoreScoped;
import com.salesync.sale.sales.PaymentRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of a payment.
 *
 * @param totalPrice whole won; the bound is beyond the highest total that can be ordered
 * @param paymentType 1..50 characters that can be seen, as they are kept; a surrogate pair is one
 */
record PaymentBody(
    @NotNull @Min(0) @Max(9999) Integer tableNo,
    @NotNull @Min(0) @Max(1_000_000_000_000_000L) Long totalPrice,
    @NotNull @Text(max = 50) @Pattern(regexp = "(?s).{0,50}", message = "too_long")
        String paymentType,
    @Nullable Long storeId)
    implements StoreScoped {

  PaymentBody {
    paymentType = paymentType == null ? paymentType : TypedText.kept(paymentType);
  }

  PaymentRequest toRequest() {
    return new PaymentRequest(tableNo, totalPrice, paymentType);
  }
}

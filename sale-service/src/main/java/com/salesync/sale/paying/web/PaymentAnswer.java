package com.salesync.sale.paying.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a till is answered.
 *
 * @param id the new sale, if there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentAnswer(String result, String message, @Nullable Long id) {

  static PaymentAnswer paid(String message, long id) {
    return new PaymentAnswer("success", message, id);
  }

  static PaymentAnswer failed(String message) {
    return new PaymentAnswer("failed", message, null);
  }
}

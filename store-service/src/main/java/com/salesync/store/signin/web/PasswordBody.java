package com.salesync.store.signin.web;

import com.salesync.common.web.StoreScoped;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

/** A password to confirm. */
record PasswordBody(@NotEmpty String password, @Nullable Long storeId) implements StoreScoped {

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "PasswordBody";
  }
}

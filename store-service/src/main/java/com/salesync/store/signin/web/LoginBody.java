package com.salesync.store.signin.web;

import com.salesync.store.account.web.Text;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

/** A username and a password of any length: what is too short today may have been fine once. */
record LoginBody(
    @NotNull(message = "required") @Text(max = 100) String username,
    @NotEmpty(message = "required") String password) {

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "LoginBody";
  }
}

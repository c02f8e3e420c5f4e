package com.salesync.store.signin.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/** A username and a password of any kind: what is refused today may have been fine once. */
record LoginBody(
    @NotBlank @Size(max = 100, message = "too_long") String username, @NotEmpty String password) {

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "LoginBody";
  }
}

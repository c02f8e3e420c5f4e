package com.salesync.store.signup.web;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.problem.Messages;
import com.salesync.store.account.web.Outcome;
import com.salesync.store.session.SessionTokens;
import com.salesync.store.signup.CheckUsername;
import com.salesync.store.signup.SignUp;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Stores")
class SignUpController {

  private final SignUp signUp;
  private final CheckUsername checkUsername;
  private final Messages messages;

  SignUpController(SignUp signUp, CheckUsername checkUsername, Messages messages) {
    this.signUp = signUp;
    this.checkUsername = checkUsername;
    this.messages = messages;
  }

  @PostMapping("/stores")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Sign up: open a store's account and its first session")
  SignedUp register(
      @Valid @RequestBody SignUpBody body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      ClientAddress address) {
    SignUp.Registered registered = signUp.signUp(body.toNewStore(), key, address);
    return new SignedUp(
        "success",
        messages.get("store.registered"),
        registered.storeId(),
        Token.from(registered.tokens()));
  }

  @GetMapping("/stores/check")
  @Operation(summary = "Whether a username can still be had")
  Outcome check(@RequestParam String username, ClientAddress address) {
    return checkUsername.isUsernameFree(username, address)
        ? Outcome.success(messages.get("username.free"))
        : Outcome.failed(messages.get("username.taken"));
  }

  record SignedUp(String result, String message, long storeId, Token token) {}

  record Token(String accessToken, String csrfToken) {

    private static Token from(SessionTokens tokens) {
      return new Token(tokens.accessToken(), tokens.csrfToken());
    }
  }
}

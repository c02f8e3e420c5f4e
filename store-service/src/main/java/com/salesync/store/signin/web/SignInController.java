package com.salesync.store.signin.web;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.store.account.web.Outcome;
import com.salesync.store.signin.CheckPassword;
import com.salesync.store.signin.LogIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Sessions")
class SignInController {

  private final LogIn logIn;
  private final CheckPassword checkPassword;
  private final Messages messages;

  SignInController(LogIn logIn, CheckPassword checkPassword, Messages messages) {
    this.logIn = logIn;
    this.checkPassword = checkPassword;
    this.messages = messages;
  }

  @PostMapping("/stores/login")
  @Operation(summary = "Log in: open a session")
  LoggedIn logIn(@Valid @RequestBody LoginBody body, ClientAddress address) {
    LogIn.LoggedIn loggedIn = logIn.logIn(body.username(), body.password(), address);
    return new LoggedIn(
        "success",
        loggedIn.storeId(),
        loggedIn.tokens().accessToken(),
        loggedIn.tokens().csrfToken());
  }

  @PostMapping("/stores/pwcheck")
  @Operation(summary = "Whether this is the store's password")
  Outcome checkPassword(
      @Valid @RequestBody PasswordBody body, Tenant tenant, ClientAddress address) {
    return checkPassword.checkPassword(tenant, body.password(), address)
        ? Outcome.success(messages.get("password.right"))
        : Outcome.failed(messages.get("password.wrong"));
  }

  record LoggedIn(String result, long storeId, String accessToken, String csrfToken) {}
}

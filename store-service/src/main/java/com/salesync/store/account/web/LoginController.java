package com.salesync.store.account.web;

import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.store.account.CheckPassword;
import com.salesync.store.account.LogIn;
import com.salesync.store.throttle.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Sessions")
class LoginController {

  private final LogIn logIn;
  private final CheckPassword checkPassword;
  private final Messages messages;

  LoginController(LogIn logIn, CheckPassword checkPassword, Messages messages) {
    this.logIn = logIn;
    this.checkPassword = checkPassword;
    this.messages = messages;
  }

  @PostMapping("/stores/login")
  @Operation(summary = "Log in: open a session")
  Answers.LoggedIn logIn(@Valid @RequestBody LoginBody body, ClientAddress address) {
    LogIn.LoggedIn loggedIn = logIn.with(body.username(), body.password(), address);
    return new Answers.LoggedIn(
        "success",
        loggedIn.storeId(),
        loggedIn.entrance().accessToken(),
        loggedIn.entrance().csrfToken());
  }

  @PostMapping("/stores/pwcheck")
  @Operation(summary = "Whether this is the store's password")
  Answers.Verdict checkPassword(
      @Valid @RequestBody PasswordBody body, Tenant tenant, ClientAddress address) {
    return checkPassword.matches(tenant, body.password(), address)
        ? new Answers.Verdict("success", messages.get("password.right"))
        : new Answers.Verdict("failed", messages.get("password.wrong"));
  }
}

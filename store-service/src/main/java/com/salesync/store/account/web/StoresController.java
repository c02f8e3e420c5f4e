package com.salesync.store.account.web;

import com.salesync.common.problem.Messages;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.store.account.ChangeStore;
import com.salesync.store.account.CheckUsername;
import com.salesync.store.account.CloseStore;
import com.salesync.store.account.SignUp;
import com.salesync.store.account.Stores;
import com.salesync.store.throttle.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Stores")
class StoresController {

  private final SignUp signUp;
  private final CheckUsername checkUsername;
  private final ChangeStore changeStore;
  private final CloseStore closeStore;
  private final Stores stores;
  private final Messages messages;

  StoresController(
      SignUp signUp,
      CheckUsername checkUsername,
      ChangeStore changeStore,
      CloseStore closeStore,
      Stores stores,
      Messages messages) {
    this.signUp = signUp;
    this.checkUsername = checkUsername;
    this.changeStore = changeStore;
    this.closeStore = closeStore;
    this.stores = stores;
    this.messages = messages;
  }

  @PostMapping("/stores")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Sign up: open a store's account and its first session")
  Answers.SignedUp register(@Valid @RequestBody SignUpBody body, ClientAddress address) {
    SignUp.Registered registered = signUp.of(body.toNewStore(), address);
    return new Answers.SignedUp(
        "success",
        messages.get("store.registered"),
        registered.storeId(),
        Answers.Token.from(registered.entrance()));
  }

  @GetMapping("/stores/check")
  @Operation(summary = "Whether a username can still be had")
  Answers.Verdict check(@RequestParam String username, ClientAddress address) {
    return checkUsername.isFree(username, address)
        ? new Answers.Verdict("success", messages.get("username.free"))
        : new Answers.Verdict("failed", messages.get("username.taken"));
  }

  @GetMapping("/stores")
  @Operation(summary = "The token's own store")
  Answers.OwnStore own(Tenant tenant) {
    return new Answers.OwnStore(Answers.OwnProfile.from(stores.open(tenant.storeId())));
  }

  @PutMapping("/stores/{store_id}")
  @Operation(summary = "Change the profile or the password; a new password ends other sessions")
  Answers.Changed change(
      @PathVariable("store_id") long storeId, @Valid @RequestBody ProfileBody body, Tenant tenant) {
    requireOwn(storeId, tenant);
    changeStore.profile(tenant, body.toChange(), body.password());
    return new Answers.Changed(storeId, "success", messages.get("store.changed"));
  }

  @DeleteMapping("/stores/{store_id}")
  @Operation(summary = "Close the store: its tokens die, its books stay")
  Answers.Verdict close(@PathVariable("store_id") long storeId, Tenant tenant) {
    requireOwn(storeId, tenant);
    closeStore.of(tenant);
    return new Answers.Verdict("success", messages.get("store.closed"));
  }

  /** Another store and one that never was get the same answer. */
  private static void requireOwn(long storeId, Tenant tenant) {
    if (storeId != tenant.storeId()) {
      throw Problem.notFound("STORE_NOT_FOUND");
    }
  }
}

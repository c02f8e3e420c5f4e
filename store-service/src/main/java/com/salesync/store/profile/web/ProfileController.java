package com.salesync.store.profile.web;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.problem.InvalidFields;
import com.salesync.common.problem.Messages;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import com.salesync.store.account.web.Outcome;
import com.salesync.store.password.PasswordPolicy;
import com.salesync.store.profile.ChangeProfile;
import com.salesync.store.profile.CloseStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Stores")
class ProfileController {

  private final ChangeProfile changeProfile;
  private final CloseStore closeStore;
  private final Stores stores;
  private final Messages messages;

  ProfileController(
      ChangeProfile changeProfile, CloseStore closeStore, Stores stores, Messages messages) {
    this.changeProfile = changeProfile;
    this.closeStore = closeStore;
    this.stores = stores;
    this.messages = messages;
  }

  @GetMapping("/stores")
  @Operation(summary = "The token's own store")
  OwnStore own(Tenant tenant) {
    return new OwnStore(OwnProfile.from(stores.open(tenant.storeId())));
  }

  @PutMapping("/stores/{store_id}")
  @Operation(
      summary = "Change the profile or the password; a new password needs the present one checked")
  Changed change(
      @PathVariable("store_id") long storeId,
      @Valid @RequestBody ProfileBody body,
      BindingResult faults,
      Tenant tenant,
      ClientAddress address) {
    requireOwn(storeId, tenant);
    requireNoFault(body, faults, tenant);
    changeProfile.changeProfile(tenant, body.toChange(), body.password(), address);
    return new Changed(storeId, "success", messages.get("store.changed"));
  }

  @DeleteMapping("/stores/{store_id}")
  @Operation(summary = "Close the store, its password checked: its tokens die, its records stay")
  Outcome close(@PathVariable("store_id") long storeId, Tenant tenant) {
    requireOwn(storeId, tenant);
    closeStore.closeStore(tenant);
    return Outcome.success(messages.get("store.closed"));
  }

  /** Another store and one that never was get the same answer. */
  private static void requireOwn(long storeId, Tenant tenant) {
    if (storeId != tenant.storeId()) {
      throw Problem.notFound("STORE_NOT_FOUND");
    }
  }

  /** Only who has the store knows whether the new password is its username. */
  private void requireNoFault(ProfileBody body, BindingResult faults, Tenant tenant) {
    if (body.password() != null && !faults.hasFieldErrors("password")) {
      String username = stores.open(tenant.storeId()).username();
      PasswordPolicy.fault(body.password(), username)
          .ifPresent(fault -> faults.rejectValue("password", fault, fault));
    }
    if (faults.hasErrors()) {
      throw InvalidFields.of(faults);
    }
  }

  record Changed(long storeId, String result, String message) {}

  record OwnStore(OwnProfile store) {}

  record OwnProfile(
      long storeId,
      String username,
      String ownerName,
      String phone,
      String storeName,
      String address,
      String storeType) {

    private static OwnProfile from(Store store) {
      return new OwnProfile(
          store.id(),
          store.username(),
          store.profile().ownerName(),
          store.profile().phone(),
          store.profile().storeName(),
          store.profile().address(),
          store.profile().storeType());
    }
  }
}

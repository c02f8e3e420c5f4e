package com.salesync.store.account.web;

import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.store.account.ChangeStore;
import com.salesync.store.account.Stores;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Settings")
class SettingsController {

  private final Stores stores;
  private final ChangeStore changeStore;
  private final Messages messages;

  SettingsController(Stores stores, ChangeStore changeStore, Messages messages) {
    this.stores = stores;
    this.changeStore = changeStore;
    this.messages = messages;
  }

  @GetMapping("/stores/settings")
  @Operation(summary = "Time zone, start of the business day, language of SMS")
  Answers.PresentSettings settings(Tenant tenant) {
    return Answers.PresentSettings.from(stores.open(tenant.storeId()).settings());
  }

  @PutMapping("/stores/settings")
  @Operation(summary = "Change settings; time zone and day start take effect with the next login")
  Answers.ChangedSettings change(@Valid @RequestBody SettingsBody body, Tenant tenant) {
    return Answers.ChangedSettings.from(
        changeStore.settings(tenant, body.toWish()), messages.get("settings.changed"));
  }
}

package com.salesync.store.settings.web;

import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.store.account.Settings;
import com.salesync.store.account.Stores;
import com.salesync.store.settings.ChangeSettings;
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
  private final ChangeSettings changeSettings;
  private final Messages messages;

  SettingsController(Stores stores, ChangeSettings changeSettings, Messages messages) {
    this.stores = stores;
    this.changeSettings = changeSettings;
    this.messages = messages;
  }

  @GetMapping("/stores/settings")
  @Operation(summary = "Time zone, start of the business day, language of SMS")
  PresentSettings settings(Tenant tenant) {
    return PresentSettings.from(stores.open(tenant.storeId()).settings());
  }

  @PutMapping("/stores/settings")
  @Operation(summary = "Change settings; time zone and day start take effect with the next login")
  ChangedSettings change(@Valid @RequestBody SettingsBody body, Tenant tenant) {
    return ChangedSettings.from(
        changeSettings.changeSettings(tenant, body.toChange()), messages.get("settings.changed"));
  }

  record PresentSettings(String timeZone, String dayStart, String language) {

    private static PresentSettings from(Settings settings) {
      return new PresentSettings(
          settings.timeZone().getId(), settings.dayStart().toString(), settings.language().code());
    }
  }

  record ChangedSettings(
      String result, String message, String timeZone, String dayStart, String language) {

    private static ChangedSettings from(Settings settings, String message) {
      PresentSettings now = PresentSettings.from(settings);
      return new ChangedSettings(
          "success", message, now.timeZone(), now.dayStart(), now.language());
    }
  }
}

package com.salesync.store.settings.web;

import com.salesync.common.web.StoreScoped;
import com.salesync.store.account.SettingsChange;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Any of a store's settings; the others stay as they are. */
record SettingsBody(
    @Nullable String timeZone,
    @Nullable @Pattern(regexp = SettingsChange.DAY_START, message = "day_start") String dayStart,
    @Nullable @Pattern(regexp = SettingsChange.LANGUAGE, message = "language") String language,
    @Nullable Long storeId)
    implements StoreScoped {

  SettingsChange toChange() {
    return new SettingsChange(timeZone, dayStart, language);
  }
}

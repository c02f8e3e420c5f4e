package com.salesync.store.account.web;

import com.salesync.common.web.StoreScoped;
import com.salesync.store.account.Settings;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Any of a store's settings; the others stay as they are. */
record SettingsBody(
    @Nullable String timeZone,
    @Nullable @Pattern(regexp = HOUR_AND_MINUTE, message = "day_start") String dayStart,
    @Nullable @Pattern(regexp = LANGUAGE, message = "language") String language,
    @Nullable Long storeId)
    implements StoreScoped {

  static final String HOUR_AND_MINUTE = "([01][0-9]|2[0-3]):[0-5][0-9]";
  static final String LANGUAGE = "ko|en";

  Settings.Wish toWish() {
    return new Settings.Wish(timeZone, dayStart, language);
  }
}

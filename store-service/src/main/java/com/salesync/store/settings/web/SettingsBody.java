package com.salesync.store.settings.web;

import com.salesync.common.web.StoreScoped;
import com.salesync.store.account.Settings;
import com.salesync.store.account.SettingsChange;
import com.salesync.store.account.web.Form;
import jakarta.validation.constraints.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Any of a store's settings; the others stay as they are. */
@Form.Read
record SettingsBody(
    @Nullable String timeZone,
    @Nullable @Pattern(regexp = SettingsChange.DAY_START, message = "day_start") String dayStart,
    @Nullable @Pattern(regexp = SettingsChange.LANGUAGE, message = "language") String language,
    @Nullable Long storeId)
    implements StoreScoped, Form {

  @Override
  public Stream<Reading> readings() {
    return Stream.of(new Reading("timeZone", timeZone, Settings::checkTimeZone));
  }

  SettingsChange toChange() {
    return new SettingsChange(timeZone, dayStart, language);
  }
}

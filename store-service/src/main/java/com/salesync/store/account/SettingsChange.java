package com.salesync.store.account;

import org.jspecify.annotations.Nullable;

/**
 * New values of {@link Settings}; null leaves one as it is.
 *
 * @param timeZone IANA name
 * @param dayStart as {@link #DAY_START} has it
 * @param language as {@link #LANGUAGE} has it
 */
public record SettingsChange(
    @Nullable String timeZone, @Nullable String dayStart, @Nullable String language) {

  /** {@code HH:mm}. */
  public static final String DAY_START = "([01][0-9]|2[0-3]):[0-5][0-9]";

  public static final String LANGUAGE = "ko|en";
}

package com.salesync.store.signup.web;

import com.salesync.store.account.SettingsChange;
import com.salesync.store.account.web.Text;
import com.salesync.store.signup.SignUp;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** The sign-up form. */
record SignUpBody(
    @NotNull(message = "required") @Text(max = 100) String username,
    @NotNull(message = "required") String password,
    @NotNull(message = "required") @Text(max = 100) String ownerName,
    @NotNull(message = "required") @Text(max = 40) String phone,
    @NotNull(message = "required") @Text(max = 100) String storeName,
    @NotNull(message = "required") @Text(max = 255) String address,
    @NotNull(message = "required") @Text(max = 50) String storeType,
    @Nullable String timeZone,
    @Nullable @Pattern(regexp = SettingsChange.DAY_START, message = "day_start") String dayStart,
    @Nullable @Pattern(regexp = SettingsChange.LANGUAGE, message = "language") String language) {

  SignUp.NewStore toNewStore() {
    return new SignUp.NewStore(
        username,
        password,
        ownerName,
        phone,
        storeName,
        address,
        storeType,
        new SettingsChange(timeZone, dayStart, language));
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "SignUpBody";
  }
}

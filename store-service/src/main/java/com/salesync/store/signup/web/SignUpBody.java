package com.salesync.store.signup.web;

import com.salesync.common.text.Text;
import com.salesync.store.account.Profile;
import com.salesync.store.account.Settings;
import com.salesync.store.account.SettingsChange;
import com.salesync.store.account.Username;
import com.salesync.store.account.web.Form;
import com.salesync.store.password.PasswordPolicy;
import com.salesync.store.signup.SignUp;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sign-up form. All that is wrong with it is told at once. */
@Form.Read
record SignUpBody(
    @NotNull String username,
    @NotNull String password,
    @NotNull @Text(max = 100) String ownerName,
    @NotNull String phone,
    @NotNull @Text(max = 100) String storeName,
    @NotNull @Text(max = 255, lines = true) String address,
    @NotNull @Text(max = 50) String storeType,
    @Nullable String timeZone,
    @Nullable @Pattern(regexp = SettingsChange.DAY_START, message = "day_start") String dayStart,
    @Nullable @Pattern(regexp = SettingsChange.LANGUAGE, message = "language") String language)
    implements Form {

  @Override
  public Stream<Reading> readings() {
    return Stream.of(
        new Reading("username", username, Username::of),
        new Reading("password", password, typed -> PasswordPolicy.check(typed, username)),
        new Reading("phone", phone, Profile::checkPhone),
        new Reading("timeZone", timeZone, Settings::checkTimeZone));
  }

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

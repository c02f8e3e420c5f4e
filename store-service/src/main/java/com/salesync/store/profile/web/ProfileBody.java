package com.salesync.store.profile.web;

import com.salesync.common.text.Text;
import com.salesync.common.web.StoreScoped;
import com.salesync.store.account.Profile;
import com.salesync.store.account.ProfileChange;
import com.salesync.store.account.web.Form;
import com.salesync.store.password.PasswordPolicy;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Any of a profile's fields; the others stay as they are. */
@Form.Read
record ProfileBody(
    @Nullable String password,
    @Nullable @Text(max = 100) String ownerName,
    @Nullable String phone,
    @Nullable @Text(max = 100) String storeName,
    @Nullable @Text(max = 255, lines = true) String address,
    @Nullable @Text(max = 50) String storeType,
    @Nullable Long storeId)
    implements StoreScoped, Form {

  @Override
  public Stream<Reading> readings() {
    return Stream.of(
        new Reading("password", password, typed -> PasswordPolicy.check(typed, null)),
        new Reading("phone", phone, Profile::checkPhone));
  }

  ProfileChange toChange() {
    return new ProfileChange(ownerName, phone, storeName, address, storeType);
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "ProfileBody";
  }
}

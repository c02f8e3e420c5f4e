package com.salesync.store.profile.web;

import com.salesync.common.web.StoreScoped;
import com.salesync.store.account.ProfileChange;
import com.salesync.store.account.web.Text;
import org.jspecify.annotations.Nullable;

/** Any of a profile's fields; the others stay as they are. */
record ProfileBody(
    @Nullable String password,
    @Nullable @Text(max = 100) String ownerName,
    @Nullable @Text(max = 40) String phone,
    @Nullable @Text(max = 100) String storeName,
    @Nullable @Text(max = 255) String address,
    @Nullable @Text(max = 50) String storeType,
    @Nullable Long storeId)
    implements StoreScoped {

  ProfileChange toChange() {
    return new ProfileChange(ownerName, phone, storeName, address, storeType);
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "ProfileBody";
  }
}

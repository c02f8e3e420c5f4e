package com.salesync.store.signup;

import com.salesync.common.address.ClientAddress;
import com.salesync.store.account.Profile;
import com.salesync.store.account.Settings;
import com.salesync.store.account.Store;
import com.salesync.store.account.Username;
import org.jspecify.annotations.Nullable;

/**
 * A sign-up whose fields have been read.
 *
 * @param idempotencyKey null where none was sent
 */
record SignUpRequest(
    Fields fields, String password, @Nullable String idempotencyKey, ClientAddress address) {

  /** What is compared, and may be kept as a digest: all but the password. */
  record Fields(Username username, Profile profile, Settings settings) {

    static Fields of(Store store) {
      return new Fields(new Username(store.username()), store.profile(), store.settings());
    }
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "SignUpRequest";
  }
}

package com.salesync.store.signup;

import com.salesync.store.account.Stores;
import com.salesync.store.account.Username;
import com.salesync.store.throttle.AddressThrottle;
import com.salesync.store.throttle.ClientAddress;
import org.springframework.stereotype.Component;

/** Tells whether a username can still be had. */
@Component
public class CheckUsername {

  private final Stores stores;
  private final AddressThrottle usernameCheckThrottle;

  CheckUsername(Stores stores, AddressThrottle usernameCheckThrottle) {
    this.stores = stores;
    this.usernameCheckThrottle = usernameCheckThrottle;
  }

  /**
   * Whether nobody has, or ever had, this username.
   *
   * @throws com.salesync.common.problem.Problem 400 if it cannot be a username, 429
   */
  public boolean isUsernameFree(String username, ClientAddress address) {
    String key = Username.of(username).key();
    usernameCheckThrottle.count(address);
    return !stores.existsByUsernameKey(key);
  }
}

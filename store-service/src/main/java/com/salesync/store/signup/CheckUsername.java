package com.salesync.store.signup;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.resilience.RateLimiter;
import com.salesync.store.account.Stores;
import com.salesync.store.account.Username;
import org.springframework.stereotype.Component;

/** Tells whether a username can still be had. */
@Component
public class CheckUsername {

  private final Stores stores;
  private final RateLimiter<ClientAddress> usernameCheckLimiter;

  CheckUsername(Stores stores, RateLimiter<ClientAddress> usernameCheckLimiter) {
    this.stores = stores;
    this.usernameCheckLimiter = usernameCheckLimiter;
  }

  /**
   * Whether nobody has, or ever had, this username.
   *
   * @throws com.salesync.common.problem.Problem 400 if it cannot be a username, 429
   */
  public boolean isUsernameFree(String username, ClientAddress address) {
    Username wanted = Username.of(username);
    usernameCheckLimiter.acquire(address);
    return !stores.isTaken(wanted);
  }
}

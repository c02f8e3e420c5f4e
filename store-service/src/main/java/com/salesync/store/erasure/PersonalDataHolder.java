package com.salesync.store.erasure;

import com.salesync.common.security.Tenant;

/** Another service that holds something personal of a store. */
public interface PersonalDataHolder {

  /**
   * Erases it; to do so again changes nothing.
   *
   * @throws RuntimeException if it is not known to have been done
   */
  void erase(Tenant tenant);
}

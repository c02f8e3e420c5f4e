package com.salesync.dashboard.client;

import com.salesync.common.security.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.service.annotation.GetExchange;

/** What store-service has of a store. */
public interface StoreServiceClient {

  @GetExchange("/internal/stores/self")
  Store self(Tenant tenant);

  /** Tells a store that exists from an id somebody made up. */
  default boolean exists(Tenant tenant) {
    try {
      self(tenant);
      return true;
    } catch (HttpClientErrorException.NotFound unknown) {
      return false;
    }
  }

  /**
   * A store as it may be written to.
   *
   * @param language {@code en}, or Korean
   */
  record Store(String storeName, String phone, @Nullable String language) {}
}

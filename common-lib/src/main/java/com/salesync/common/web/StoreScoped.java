package com.salesync.common.web;

import org.jspecify.annotations.Nullable;

/**
 * A request body that may repeat the store it is for, as the published client does. Where it does
 * and it is not the token's store, the request is refused with 403 before the controller runs.
 */
public interface StoreScoped {

  /** The {@code store_id} the client sent, or null. */
  @Nullable Long storeId();
}

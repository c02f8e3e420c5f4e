package com.salesync.store.account.web;

import com.salesync.common.security.Tenant;
import com.salesync.store.account.Settings;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Internal")
class SelfController {

  private final Stores stores;

  SelfController(Stores stores) {
    this.stores = stores;
  }

  @GetMapping("/internal/stores/self")
  @Operation(summary = "Internal: the store the token acts for")
  Self self(Tenant tenant) {
    return Self.from(stores.open(tenant.storeId()));
  }

  /** What another service needs to know of the store it acts for. */
  record Self(
      long storeId,
      String storeName,
      String phone,
      String language,
      String timeZone,
      String dayStart) {

    private static Self from(Store store) {
      Settings settings = store.settings();
      return new Self(
          store.id(),
          store.profile().storeName(),
          store.profile().phone(),
          settings.language().code(),
          settings.timeZone().getId(),
          settings.dayStart().toString());
    }
  }
}

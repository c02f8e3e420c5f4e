package com.salesync.store.account.web;

import com.salesync.common.security.Tenant;
import com.salesync.store.account.Stores;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Internal")
class InternalController {

  private final Stores stores;

  InternalController(Stores stores) {
    this.stores = stores;
  }

  @GetMapping("/internal/stores/self")
  @Operation(summary = "Internal: the store the token acts for")
  Answers.Self self(Tenant tenant) {
    return Answers.Self.from(stores.open(tenant.storeId()));
  }
}

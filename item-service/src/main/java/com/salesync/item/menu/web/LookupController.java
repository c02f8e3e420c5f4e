package com.salesync.item.menu.web;

import com.salesync.common.security.Tenant;
import com.salesync.item.menu.ReadMenu;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For order-service, which prices all lines of an order in one call. */
@RestController
@Tag(name = "Internal")
class LookupController {

  private final ReadMenu read;

  LookupController(ReadMenu read) {
    this.read = read;
  }

  record LookupBody(@NotNull @Size(max = 1000) List<@NotNull Long> itemIds) {}

  record Found(List<ReadMenu.PricedItem> items) {}

  @PostMapping("/internal/items/lookup")
  @Operation(summary = "Prices those of the items that are on the menu; the others are absent")
  Found lookup(Tenant tenant, @Valid @RequestBody LookupBody body) {
    return new Found(read.items(tenant.storeId(), body.itemIds()));
  }
}

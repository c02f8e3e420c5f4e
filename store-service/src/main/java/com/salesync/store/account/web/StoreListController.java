package com.salesync.store.account.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Stores")
class StoreListController {

  private final Stores stores;

  StoreListController(Stores stores) {
    this.stores = stores;
  }

  @GetMapping("/stores/all")
  @Operation(summary = "Operator: every open store, in pages")
  ListedStores all(
      @RequestParam(defaultValue = "1000")
          @Min(value = 1, message = "invalid")
          @Max(value = 1000, message = "invalid")
          int limit,
      @RequestParam(defaultValue = "0") @Min(value = 0, message = "invalid") long cursor) {
    List<Store> found =
        stores.findByIdGreaterThanAndClosedAtIsNullOrderById(cursor, Limit.of(limit + 1));
    List<Store> page = found.stream().limit(limit).toList();
    String next = found.size() > limit ? Long.toString(page.getLast().id()) : null;
    return new ListedStores(page.stream().map(ListedStore::from).toList(), next);
  }

  record ListedStores(
      List<ListedStore> stores,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  record ListedStore(
      long id,
      String username,
      String ownerName,
      String phone,
      String storeName,
      String address,
      String storeType) {

    private static ListedStore from(Store store) {
      return new ListedStore(
          store.id(),
          store.username(),
          store.profile().ownerName(),
          store.profile().phone(),
          store.profile().storeName(),
          store.profile().address(),
          store.profile().storeType());
    }
  }
}

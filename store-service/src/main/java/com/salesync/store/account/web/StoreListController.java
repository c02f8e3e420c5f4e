package com.salesync.store.account.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.common.paging.Page;
import com.salesync.common.paging.PageRequest;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
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
  ListedStores all(@Valid PageRequest page) {
    List<Store> rows =
        stores.findByIdGreaterThanAndClosedAtIsNullOrderById(
            page.afterId(), Limit.of(page.rowsToRead()));
    Page<ListedStore> listed = Page.byId(rows, page, Store::id).map(ListedStore::from);
    return new ListedStores(listed.entries(), listed.nextCursor());
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

package com.salesync.dashboard.neighbour;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** What store-service keeps. */
interface StoreBooks {

  @GetExchange("/internal/stores/self")
  Store self(@RequestHeader(HttpHeaders.AUTHORIZATION) String authorization);

  @GetExchange("/stores/all")
  Page all(
      @RequestHeader(HttpHeaders.AUTHORIZATION) String operator,
      @RequestParam int limit,
      @RequestParam(required = false) @Nullable String cursor);

  record Store(long storeId, String storeName, String phone, @Nullable String language) {}

  record Page(List<Entry> stores, @Nullable String nextCursor) {}

  record Entry(long id) {}
}

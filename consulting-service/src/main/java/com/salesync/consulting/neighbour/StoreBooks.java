package com.salesync.consulting.neighbour;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;

/** What store-service keeps. */
interface StoreBooks {

  @GetExchange("/internal/stores/self")
  Store self(@RequestHeader(HttpHeaders.AUTHORIZATION) String authorization);

  record Store(String storeName, @Nullable String language) {}
}

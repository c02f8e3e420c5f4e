package com.salesync.order.menu;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.PostExchange;

/** What item-service is asked. */
interface ItemLookup {

  @PostExchange("/internal/items/lookup")
  Found find(
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization, @RequestBody Wanted wanted);

  record Wanted(Set<Long> itemIds) {}

  /** The living items of the store among those wanted. */
  record Found(List<FoundItem> items) {}

  record FoundItem(long itemId, String name, long price) {}
}

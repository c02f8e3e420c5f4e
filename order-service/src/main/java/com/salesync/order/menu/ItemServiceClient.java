package com.salesync.order.menu;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.PostExchange;

/** What item-service is asked. */
interface ItemServiceClient {

  @PostExchange("/internal/items/lookup")
  Found findItems(
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization, @RequestBody Lookup lookup);

  record Lookup(Set<Long> itemIds) {}

  /** The living items of the store among those asked for. */
  record Found(List<FoundItem> items) {}

  record FoundItem(long itemId, String name, long price) {}
}

package com.salesync.order.menu;

import com.salesync.common.neighbour.OnlyReads;
import com.salesync.common.security.Tenant;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** What item-service is asked. */
interface ItemServiceClient {

  @OnlyReads
  @PostExchange("/internal/items/lookup")
  Found findItems(Tenant tenant, @RequestBody Lookup lookup);

  record Lookup(Set<Long> itemIds) {}

  /** The active items of the store among those asked for. */
  record Found(List<MenuItem> items) {}
}

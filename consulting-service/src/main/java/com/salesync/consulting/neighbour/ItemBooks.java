package com.salesync.consulting.neighbour;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** What item-service keeps. */
interface ItemBooks {

  @GetExchange("/internal/items/costs")
  Costs costs(
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
      @RequestParam LocalDate start,
      @RequestParam LocalDate end);

  record Costs(List<Item> items) {}

  record Item(long itemId, List<Cost> costs) {}

  record Cost(LocalDate effectiveDay, @Nullable Long cost) {}
}

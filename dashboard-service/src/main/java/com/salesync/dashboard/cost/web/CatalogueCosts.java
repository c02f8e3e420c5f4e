package com.salesync.dashboard.cost.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The catalogue's public operations on costs; bodies pass through as they are. */
@HttpExchange("/categories/items/costs")
interface CatalogueCosts {

  @GetExchange
  ResponseEntity<byte[]> read(
      @RequestHeader Map<String, String> headers,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor);

  @PostExchange
  ResponseEntity<byte[]> set(@RequestHeader Map<String, String> headers, @RequestBody byte[] costs);

  @PutExchange("/{itemId}")
  ResponseEntity<byte[]> change(
      @RequestHeader Map<String, String> headers,
      @PathVariable long itemId,
      @RequestBody byte[] cost);
}

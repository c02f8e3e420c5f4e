package com.salesync.gateway.costs.web;

import com.salesync.common.neighbour.UserHeaders;
import com.salesync.common.problem.Messages;
import com.salesync.gateway.costs.GroupCosts;
import com.salesync.gateway.costs.GroupCosts.CategoryCosts;
import com.salesync.gateway.costs.ItemServiceClient;
import com.salesync.gateway.costs.ItemServiceClient.CostsSet;
import com.salesync.gateway.costs.ItemServiceClient.NewCosts;
import com.salesync.gateway.limit.ServiceLoad;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;

@RestController
@Tag(name = "Costs")
class CostsController {

  private final GroupCosts group;
  private final ItemServiceClient items;
  private final ServiceLoad load;
  private final Messages messages;

  CostsController(GroupCosts group, ItemServiceClient items, ServiceLoad load, Messages messages) {
    this.group = group;
    this.items = items;
    this.load = load;
    this.messages = messages;
  }

  record Costs(String result, String message, List<CategoryCosts> items) {}

  @GetMapping("/bff/costs")
  @Operation(summary = "Lists the items with the cost in force today, grouped by category")
  Costs read(UserHeaders user) {
    return new Costs("success", messages.get("costs.read"), group.groupCosts(user));
  }

  @PostMapping("/bff/costs")
  @Operation(summary = "Sets costs from today on, all or nothing; null unsets one")
  CostsSet set(UserHeaders user, @Valid @RequestBody CostsBody body) {
    return load.call(
        "item",
        () -> ItemServiceClient.asTheUser(() -> items.set(user, new NewCosts(body.costs()))));
  }

  /** What item-service refuses, its own words say best. */
  @ExceptionHandler
  ResponseEntity<byte[]> refused(HttpClientErrorException refusal) {
    HttpHeaders headers = refusal.getResponseHeaders();
    MediaType type = headers == null ? null : headers.getContentType();
    return ResponseEntity.status(refusal.getStatusCode())
        .contentType(type == null ? MediaType.APPLICATION_PROBLEM_JSON : type)
        .body(refusal.getResponseBodyAsByteArray());
  }
}

package com.salesync.gateway.costs.web;

import com.salesync.common.problem.Messages;
import com.salesync.gateway.costs.CatalogueCosts;
import com.salesync.gateway.costs.CatalogueCosts.CostsSet;
import com.salesync.gateway.costs.CatalogueCosts.NewCosts;
import com.salesync.gateway.costs.GroupCosts;
import com.salesync.gateway.costs.GroupCosts.CategoryCosts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;

@RestController
@Tag(name = "Costs")
class CostsController {

  private static final List<String> RELAYED =
      List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE);

  private final GroupCosts group;
  private final CatalogueCosts catalogue;
  private final Messages messages;

  CostsController(GroupCosts group, CatalogueCosts catalogue, Messages messages) {
    this.group = group;
    this.catalogue = catalogue;
    this.messages = messages;
  }

  record Costs(String result, String message, List<CategoryCosts> items) {}

  @GetMapping("/bff/costs")
  @Operation(summary = "Lists the items with the cost in force today, grouped by category")
  Costs read(@Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
    return new Costs("success", messages.get("costs.read"), group.read(relayed(headers)));
  }

  @PostMapping("/bff/costs")
  @Operation(summary = "Sets costs from today on, all or nothing; null unsets one")
  CostsSet set(
      @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
      @Valid @RequestBody CostsBody body) {
    return catalogue.set(relayed(headers), new NewCosts(body.costs()));
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

  private static Map<String, String> relayed(HttpHeaders headers) {
    Map<String, String> relayed = new LinkedHashMap<>();
    for (String name : RELAYED) {
      String value = headers.getFirst(name);
      if (value != null) {
        relayed.put(name, value);
      }
    }
    return relayed;
  }
}

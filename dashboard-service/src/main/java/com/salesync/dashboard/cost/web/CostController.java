package com.salesync.dashboard.cost.web;

import com.salesync.common.neighbour.NeighbourClients;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Relays to the catalogue with the owner's token and hands back its answers, refusals too. */
@RestController
class CostController {

  private static final List<String> RELAYED =
      List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.CONTENT_TYPE);

  private final CatalogueCosts catalogue;
  private final JsonMapper json;

  CostController(NeighbourClients neighbours, JsonMapper json) {
    this.catalogue = neighbours.create(CatalogueCosts.class, "item");
    this.json = json;
  }

  @GetMapping(path = "/dashboard/costs", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> read(
      @RequestHeader HttpHeaders headers,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return unchanged(() -> catalogue.read(relayed(headers), limit, cursor));
  }

  @PostMapping(path = "/dashboard/costs", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> set(
      Tenant tenant, @RequestHeader HttpHeaders headers, @RequestBody byte[] costs) {
    requireOwnStore(tenant, costs);
    return unchanged(() -> catalogue.set(relayed(headers), costs));
  }

  @PutMapping(path = "/dashboard/costs/{item_id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> change(
      Tenant tenant,
      @RequestHeader HttpHeaders headers,
      @PathVariable("item_id") long itemId,
      @RequestBody byte[] cost) {
    requireOwnStore(tenant, cost);
    return unchanged(() -> catalogue.change(relayed(headers), itemId, cost));
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

  /** Here rather than in the catalogue, whose 403 would look like a fault of the installation. */
  private void requireOwnStore(Tenant tenant, byte[] body) {
    JsonNode claimed = claimedStore(body);
    if (!claimed.isMissingNode()
        && !claimed.isNull()
        && !claimed.asString("").equals(Long.toString(tenant.storeId()))) {
      throw Problem.forbidden("STORE_MISMATCH");
    }
  }

  private JsonNode claimedStore(byte[] body) {
    try {
      return json.readTree(body).path("store_id");
    } catch (JacksonException forTheCatalogueToRefuse) {
      return json.missingNode();
    }
  }

  private static ResponseEntity<byte[]> unchanged(Supplier<ResponseEntity<byte[]>> call) {
    try {
      ResponseEntity<byte[]> answer = call.get();
      return ResponseEntity.status(answer.getStatusCode())
          .contentType(type(answer.getHeaders()))
          .body(answer.getBody());
    } catch (HttpClientErrorException refused) {
      HttpHeaders headers = refused.getResponseHeaders();
      return ResponseEntity.status(refused.getStatusCode())
          .contentType(headers == null ? MediaType.APPLICATION_PROBLEM_JSON : type(headers))
          .body(refused.getResponseBodyAsByteArray());
    }
  }

  private static MediaType type(HttpHeaders headers) {
    MediaType type = headers.getContentType();
    return type == null ? MediaType.APPLICATION_JSON : type;
  }
}

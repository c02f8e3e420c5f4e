package com.salesync.gateway.front;

import com.salesync.common.neighbour.NeighbourClients;
import com.salesync.common.problem.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.service.annotation.GetExchange;
import tools.jackson.databind.node.ObjectNode;

/** Each service's own OpenAPI document, as it applies on this side of the gateway. */
@Component
public class ServiceDocs {

  /**
   * A service writes its document when first asked, which takes it seconds just after its start.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final List<String> CLOSED = List.of("/internal/", "/orders/paid");

  private final Map<String, Source> sources = new LinkedHashMap<>();

  ServiceDocs(NeighbourClients neighbours) {
    Reachability.SERVICES.forEach(
        service -> sources.put(service, neighbours.create(Source.class, service, PATIENCE)));
  }

  /**
   * Without the operations that the gateway does not route, and with the gateway as the server.
   *
   * @throws Problem 404 for an unknown service; 503 for one that is down
   */
  public ObjectNode of(String service) {
    Source source = sources.get(service);
    if (source == null) {
      throw Problem.notFound("NOT_FOUND");
    }
    ObjectNode document = source.read();
    document.putArray("servers").addObject().put("url", "/");
    if (document.get("paths") instanceof ObjectNode paths) {
      paths.remove(
          paths.propertyNames().stream()
              .filter(path -> CLOSED.stream().anyMatch(path::startsWith))
              .toList());
    }
    return document;
  }

  interface Source {

    @GetExchange("/v3/api-docs")
    ObjectNode read();
  }
}

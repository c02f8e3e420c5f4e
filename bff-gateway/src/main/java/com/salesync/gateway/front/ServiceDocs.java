package com.salesync.gateway.front;

import com.salesync.common.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;
import tools.jackson.databind.node.ObjectNode;

/** Each service's own OpenAPI document, as it applies on this side of the gateway. */
@Component
public class ServiceDocs {

  private static final List<String> CLOSED = List.of("/internal/", "/orders/paid");

  private final Map<String, DescribedService> services = new LinkedHashMap<>();

  private final PublicUrl own;

  ServiceDocs(HttpServiceProxyRegistry clients, PublicUrl own) {
    this.own = own;
    Reachability.SERVICES.forEach(
        service -> services.put(service, clients.getClient(service, DescribedService.class)));
  }

  /**
   * Without the operations that the gateway does not route, and with the gateway as the server.
   *
   * @throws Problem 404 for an unknown service; 503 for one that is down
   */
  public ObjectNode describe(String service) {
    DescribedService described = services.get(service);
    if (described == null) {
      throw Problem.notFound("NOT_FOUND");
    }
    ObjectNode document = described.describe();
    document.putArray("servers").addObject().put("url", own.url());
    if (document.get("paths") instanceof ObjectNode paths) {
      paths.remove(
          paths.propertyNames().stream()
              .filter(path -> CLOSED.stream().anyMatch(path::startsWith))
              .toList());
    }
    return document;
  }
}

package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.salesync.common.test.StoreServiceStub;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A stand-in for each service; it answers everything with 200 and its own name. */
final class Backends {

  private static final Map<String, WireMockServer> SERVERS = new LinkedHashMap<>();

  private static final Set<UUID> PERMANENT = new HashSet<>();

  static {
    for (String service : List.of("store", "item", "order", "sale", "dashboard", "consulting")) {
      WireMockServer server =
          new WireMockServer(
              WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
      server.start();
      SERVERS.put(service, server);
      keep(
          service,
          any(anyUrl()).atPriority(10).willReturn(okJson("{\"service\":\"" + service + "\"}")));
    }
    for (String path : List.of("/.well-known/jwks.json", "/internal/sessions/revoked")) {
      keep(
          "store",
          get(urlPathEqualTo(path))
              .atPriority(1)
              .willReturn(aResponse().proxiedFrom(StoreServiceStub.get().url())));
    }
  }

  private static void keep(String service, MappingBuilder stub) {
    PERMANENT.add(of(service).stubFor(stub).getId());
  }

  private Backends() {}

  static WireMockServer of(String service) {
    return SERVERS.get(service);
  }

  /** A test class of its own context may set {@code test.<service>} to another URL. */
  static void register(DynamicPropertyRegistry properties) {
    for (String service : SERVERS.keySet()) {
      String url = "${test." + service + ":" + url(service) + "}";
      properties.add("spring.http.serviceclient." + service + ".base-url", () -> url);
    }
  }

  static String url(String service) {
    return "http://127.0.0.1:" + of(service).port();
  }

  /** Forgets requests and stubs, but never, not for a moment, those that keys are learnt from. */
  static void reset() {
    for (WireMockServer server : SERVERS.values()) {
      server.getStubMappings().stream()
          .filter(stub -> !PERMANENT.contains(stub.getId()))
          .forEach(server::removeStub);
      server.resetScenarios();
      server.resetRequests();
    }
  }

  /** What a service was asked, the gateway's own questions about keys and sessions left out. */
  static List<LoggedRequest> requests(String service) {
    return of(service).getAllServeEvents().stream()
        .map(event -> LoggedRequest.createFrom(event.getRequest()))
        .filter(request -> !request.getUrl().startsWith("/internal/sessions"))
        .filter(
            request ->
                !request.getUrl().equals("/.well-known/jwks.json")
                    || request.containsHeader("X-Forwarded-For"))
        .toList()
        .reversed();
  }
}

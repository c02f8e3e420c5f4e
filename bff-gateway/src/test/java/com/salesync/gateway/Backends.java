package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.salesync.common.test.StoreServiceStub;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A stand-in for each service; it answers everything with 200 and its own name. */
final class Backends {

  private static final Map<String, WireMockServer> SERVERS = new LinkedHashMap<>();

  static {
    for (String service : List.of("store", "item", "order", "sale", "dashboard", "consulting")) {
      WireMockServer server =
          new WireMockServer(
              WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
      server.start();
      SERVERS.put(service, server);
    }
    reset();
  }

  private Backends() {}

  static WireMockServer of(String service) {
    return SERVERS.get(service);
  }

  static void register(DynamicPropertyRegistry properties) {
    SERVERS.forEach(
        (service, server) ->
            properties.add("salesync.neighbours.urls." + service, () -> url(service)));
  }

  static String url(String service) {
    return "http://127.0.0.1:" + of(service).port();
  }

  /** Forgets stubs and requests; keys and ended sessions come from common-lib's stub. */
  static void reset() {
    SERVERS.forEach(
        (service, server) -> {
          server.resetAll();
          server.stubFor(
              any(anyUrl()).atPriority(10).willReturn(okJson("{\"service\":\"" + service + "\"}")));
        });
    for (String path : List.of("/.well-known/jwks.json", "/internal/sessions/revoked")) {
      of("store")
          .stubFor(
              get(urlPathEqualTo(path))
                  .atPriority(5)
                  .willReturn(
                      com.github.tomakehurst.wiremock.client.WireMock.aResponse()
                          .proxiedFrom(StoreServiceStub.get().url())));
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

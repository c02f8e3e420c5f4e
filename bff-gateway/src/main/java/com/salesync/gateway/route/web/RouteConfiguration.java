package com.salesync.gateway.route.web;

import com.salesync.common.problem.Problem;
import com.salesync.common.problem.ProblemDocuments;
import com.salesync.common.security.WarmingUp;
import java.net.URI;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/** The table of routes; the first that matches counts. What is not in it does not exist. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

  /** Item-service's costs by another name; below it, other methods would mean an item. */
  private static final String COSTS = "/dashboard/costs";

  private final Services services;
  private final RouteProperties properties;
  private final ProblemDocuments documents;
  private final WarmingUp warmingUp;

  RouteConfiguration(
      Services services,
      RouteProperties properties,
      ProblemDocuments documents,
      WarmingUp warmingUp) {
    this.services = services;
    this.properties = properties;
    this.documents = documents;
    this.warmingUp = warmingUp;
  }

  @Bean
  RouterFunction<ServerResponse> routes() {
    RouterFunctions.Builder table =
        RouterFunctions.route()
            .route(
                RequestPredicates.method(HttpMethod.PUT)
                    .and(RequestPredicates.path("/orders/paid")),
                request -> ProblemAnswer.of(Problem.notFound("NOT_FOUND"), documents))
            .add(route("/.well-known/jwks.json", to("store")))
            .add(route("/stores/**", to("store")))
            .add(route("/categories/**", to("item")))
            .add(route("/orders/**", to("order")))
            .add(route("/sales/**", to("sale")))
            .add(rewritten("/dashboard/consulting/test", "/dashboard/consulting", to("dashboard")))
            .route(
                RequestPredicates.path(COSTS)
                    .and(
                        RequestPredicates.methods(
                            HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)),
                request ->
                    ProblemAnswer.methodNotAllowed(documents, HttpMethod.GET, HttpMethod.POST))
            .add(rewritten(COSTS, "/categories/items/costs", to("item")))
            .add(route("/dashboard/**", to("dashboard")))
            .add(rewritten("/bff/sales", "/dashboard/sales", to("dashboard")))
            .add(rewritten("/bff/volumes", "/dashboard/volumes", to("dashboard")))
            .add(rewritten("/consulting/test", "/consulting", to("consulting")))
            .add(route("/consulting/**", to("consulting")))
            .add(toItself());
    URI inbox = properties.localSmsInbox();
    if (inbox != null) {
      table.add(route("/_local/sms/**", new Target("local-sms", inbox)));
    }
    return table.build();
  }

  private Target to(String service) {
    return new Target(service, services.url(service));
  }

  private static RouterFunction<ServerResponse> route(String pattern, Target target) {
    return GatewayRouterFunctions.route(target.service())
        .route(RequestPredicates.path(pattern), HandlerFunctions.http())
        .before(request -> target.address(request, request.uri()))
        .build();
  }

  /** Leads back to {@code /bff} until the gateway is warm: relaying is tried, and nobody asked. */
  private RouterFunction<ServerResponse> toItself() {
    return GatewayRouterFunctions.route("itself")
        .route(
            RequestPredicates.path("/warm-up/**").and(request -> warmingUp.isUnderWay()),
            HandlerFunctions.http())
        .before(
            request ->
                new Target(
                        "itself",
                        URI.create("http://localhost:" + request.servletRequest().getLocalPort()))
                    .address(request, withPath(request.uri(), 2, "/bff")))
        .build();
  }

  /** What is at and below a path goes to the same below another path. */
  private static RouterFunction<ServerResponse> rewritten(
      String path, String servicePath, Target target) {
    int segments = path.split("/").length;
    return GatewayRouterFunctions.route(target.service())
        .route(RequestPredicates.path(path + "/**"), HandlerFunctions.http())
        .before(request -> target.address(request, withPath(request.uri(), segments, servicePath)))
        .build();
  }

  /** By segments, since a client may have percent-encoded any letter of them. */
  private static URI withPath(URI uri, int segments, String servicePath) {
    String[] parts = uri.getRawPath().split("/", segments + 1);
    String rest = parts.length > segments ? "/" + parts[segments] : "";
    return UriComponentsBuilder.fromUri(uri).replacePath(servicePath + rest).build(true).toUri();
  }
}

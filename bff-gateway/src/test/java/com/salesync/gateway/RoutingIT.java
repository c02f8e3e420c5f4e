package com.salesync.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.salesync.common.test.ServiceTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@ServiceTest
class RoutingIT extends AtTheGateway {

  private static final List<HttpMethod> METHODS =
      List.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  RoutingIT(@LocalServerPort int port) {
    super(port);
  }

  record Route(String service, String path, String servicePath) {}

  static Stream<Route> routes() {
    return Stream.of(
            "store /stores",
            "store /stores/login",
            "store /stores/check",
            "store /stores/pwcheck",
            "store /stores/logout",
            "store /stores/7",
            "store /stores/all",
            "store /.well-known/jwks.json",
            "item /categories",
            "item /categories/3",
            "item /categories/items",
            "item /categories/3/items",
            "item /categories/items/9",
            "item /categories/items/costs",
            "item /categories/items/costs/9",
            "order /orders",
            "order /orders/4",
            "order /orders/unpaids",
            "order /orders/unpaids/4",
            "order /orders/daily",
            "order /orders/period",
            "sale /sales",
            "sale /sales/5",
            "sale /sales/daily",
            "sale /sales/period",
            "item /dashboard/costs/9 /categories/items/costs/9",
            "dashboard /dashboard/sales",
            "dashboard /dashboard/volumes",
            "dashboard /dashboard/calculate",
            "dashboard /dashboard/settlements",
            "dashboard /dashboard/reconciliation",
            "dashboard /dashboard/consulting/a-b",
            "dashboard /dashboard/consulting/test/a-b /dashboard/consulting/a-b",
            "consulting /consulting",
            "consulting /consulting/a-b",
            "consulting /consulting/test /consulting",
            "consulting /consulting/test/a-b /consulting/a-b")
        .map(line -> line.split(" "))
        .map(row -> new Route(row[0], row[1], row.length > 2 ? row[2] : row[1]));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void reachesItsServiceByEveryMethodWithAndWithoutSlash(Route route) {
    for (HttpMethod method : METHODS) {
      for (String slash : List.of("", "/")) {
        Backends.reset();
        Reply reply = send(method, route.path() + slash + "?start=2026-01-01&q=%ED%94%BC%EC%9E%90");
        assertThat(reply.status()).as("%s %s%s", method, route.path(), slash).isEqualTo(200);
        List<LoggedRequest> asked = Backends.requests(route.service());
        assertThat(asked).as("%s %s%s", method, route.path(), slash).hasSize(1);
        assertThat(asked.getFirst().getMethod().getName()).isEqualTo(method.name());
        assertThat(asked.getFirst().getUrl())
            .isEqualTo(route.servicePath() + "?start=2026-01-01&q=%ED%94%BC%EC%9E%90");
        if (method == HttpMethod.GET && !route.path().endsWith("jwks.json")) {
          assertThat(reply.body()).isEqualTo("{\"service\":\"" + route.service() + "\"}");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"/bff/sales,/dashboard/sales", "/bff/volumes,/dashboard/volumes"})
  void asksTheDashboardForReports(String path, String servicePath) {
    String token = com.salesync.common.test.TestTokens.bearer(1);
    for (String slash : List.of("", "/")) {
      Backends.reset();
      Reply reply = get(path + slash + "?start=2026-01-01&end=2026-01-31", "Authorization", token);
      assertThat(reply.status()).isEqualTo(200);
      LoggedRequest asked = Backends.requests("dashboard").getFirst();
      assertThat(asked.getUrl()).isEqualTo(servicePath + "?start=2026-01-01&end=2026-01-31");
      assertThat(asked.getHeader("Authorization")).isEqualTo(token);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /internal/volumes",
        "POST /internal/items/lookup",
        "GET /internal/sessions/revoked",
        "PUT /internal/orders/voided",
        "PUT /orders/paid",
        "PUT /orders/paid/",
        "PUT /orders/%70aid",
        "GET /actuator",
        "GET /actuator/health",
        "GET /readyz",
        "GET /actuator/prometheus",
        "GET /v3/api-docs",
        "GET /v3/api-docs.yaml",
        "GET /swagger-ui/index.html",
        "GET /swagger-ui.html",
        "GET /error",
        "GET /nowhere",
        "GET /storesx",
        "GET /.well-known/openid-configuration",
        "GET /docs/assets/swagger-initializer.js",
        "GET /docs/assets/application.yaml",
        "GET /bff",
        "GET /_local/sms",
        "GET /favicon.ico"
      })
  void hasNoSuchPath(String call) {
    String[] parts = call.split(" ");
    Reply reply =
        send(
            HttpMethod.valueOf(parts[0]),
            parts[1],
            "Authorization",
            com.salesync.common.test.TestTokens.bearer(1));
    assertThat(reply.status()).isEqualTo(404);
    assertProblem(reply, "NOT_FOUND");
    assertNobodyAsked();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orders/../internal/volumes",
        "/orders/%2e%2e/internal/volumes",
        "/orders//paid",
        "/orders;x=1/paid",
        "/orders/..;/internal/volumes",
        "/orders/%2Finternal",
        "/orders/%00",
        "/orders?q=%00"
      })
  void refusesWhatCouldMeanAnotherPath(String path) {
    Reply reply = send(HttpMethod.PUT, path);
    assertThat(reply.status()).isIn(400, 404);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertNobodyAsked();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /",
        "DELETE /health",
        "PUT /docs",
        "DELETE /bff/costs",
        "PUT /dashboard/costs",
        "PATCH /dashboard/costs/",
        "DELETE /dashboard/costs",
        "POST /docs/api/item"
      })
  void namesTheMethodsItsOwnPathsTake(String call) {
    String[] parts = call.split(" ");
    Reply reply =
        send(
            HttpMethod.valueOf(parts[0]),
            parts[1],
            "Authorization",
            com.salesync.common.test.TestTokens.bearer(1));
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).contains("GET");
    assertProblem(reply, "METHOD_NOT_ALLOWED");
    assertNobodyAsked();
  }

  static void assertProblem(Reply reply, String code) {
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(reply.body())
        .contains("\"code\":\"" + code + "\"", "\"result\":\"failed\"", "\"message\":\"");
  }

  private static void assertNobodyAsked() {
    for (String service : List.of("store", "item", "order", "sale", "dashboard", "consulting")) {
      assertThat(Backends.requests(service)).as(service).isEmpty();
    }
  }
}

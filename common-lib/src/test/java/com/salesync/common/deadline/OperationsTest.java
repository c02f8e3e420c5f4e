package com.salesync.common.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mock.web.MockHttpServletRequest;

/** A service gives each operation as long as the gateway does. */
class OperationsTest {

  private static final String OPERATIONS = "salesync.deadline.operations[";

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** Under which further paths the gateway knows those of the services. */
  private static final List<UnaryOperator<String>> ROUTES =
      List.of(
          path -> path,
          path -> path.replaceFirst("^/dashboard/(sales|volumes)$", "/bff/$1"),
          path -> path.replaceFirst("^/categories/items/costs$", "/dashboard/costs"),
          path -> path.replaceFirst("^/consulting(?!/test)", "/consulting/test"),
          path ->
              path.replaceFirst("^/dashboard/consulting(?!/test)", "/dashboard/consulting/test"));

  @ParameterizedTest
  @ValueSource(strings = {"store", "item", "order", "sale", "dashboard", "consulting"})
  void haveTheirTimeAtTheGatewayToo(String service) throws IOException {
    DeadlineFilter gateway = filter("bff-gateway");
    DeadlineFilter own = filter(service + "-service");
    Map<String, Duration> differing = new TreeMap<>();
    for (MockHttpServletRequest operation : operations(service)) {
      String path = operation.getRequestURI();
      for (UnaryOperator<String> route : ROUTES) {
        Duration longest = own.longest(operation);
        if (!gateway.longest(request(operation.getMethod(), route.apply(path))).equals(longest)) {
          differing.put(operation.getMethod() + " " + route.apply(path), longest);
        }
      }
    }

    assertThat(operations(service)).isNotEmpty();
    assertThat(gateway.longest(request("GET", "/bff/sales")))
        .isEqualTo(WaitsTest.waits().get("report"));
    assertThat(differing).as("what %s-service gives", service).isEmpty();
  }

  /** All of its description that the gateway leads to. */
  private static List<MockHttpServletRequest> operations(String service) throws IOException {
    return properties(Path.of("..", service + "-service", "openapi.yaml")).keySet().stream()
        .filter(name -> name.startsWith("paths./") || name.startsWith("paths.[/"))
        .map(name -> name.substring("paths.".length()).replaceAll("[\\[\\]]", ""))
        .flatMap(OperationsTest::operation)
        .distinct()
        .filter(operation -> !operation.matches("\\w+ /(internal/.*|orders/paid)"))
        .map(operation -> operation.split(" ", 2))
        .map(operation -> request(operation[0], operation[1]))
        .toList();
  }

  /** Of {@code /orders/{table_no}.delete.summary} the method and the path. */
  private static Stream<String> operation(String name) {
    String[] parts = name.split("\\.");
    return parts.length > 1 && METHODS.contains(parts[1])
        ? Stream.of(parts[1].toUpperCase(Locale.ROOT) + " " + parts[0].replaceAll("\\{\\w+}", "7"))
        : Stream.empty();
  }

  private static MockHttpServletRequest request(String method, String path) {
    return new MockHttpServletRequest(method, path);
  }

  private static DeadlineFilter filter(String module) throws IOException {
    Map<String, Duration> waits = WaitsTest.waits();
    Map<String, String> properties =
        properties(Path.of("..", module, "src/main/resources/application.yaml"));
    Map<String, Duration> operations =
        properties.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(OPERATIONS))
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().substring(OPERATIONS.length()).replace("]", ""),
                    entry ->
                        waits.get(entry.getValue().replaceAll("\\$\\{salesync.waits.|}", ""))));
    return new DeadlineFilter(
        new DeadlineProperties(waits.get("read"), waits.get("write"), operations),
        new SettableClock());
  }

  private static Map<String, String> properties(Path yaml) throws IOException {
    Map<String, String> properties = new TreeMap<>();
    for (PropertySource<?> source :
        new YamlPropertySourceLoader().load("yaml", new FileSystemResource(yaml))) {
      for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
        properties.put(name, String.valueOf(source.getProperty(name)));
      }
    }
    return properties;
  }
}

package com.salesync.deploychecks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether probes and scrapes ask for what the application serves, as its own defaults (common-lib)
 * say.
 */
final class Probes {

  private static final String DEFAULTS = "common-lib/src/main/resources/salesync-defaults.yaml";

  private Probes() {}

  static Stream<String> problems(Manifests manifests) {
    Map<String, String> management = Yamls.properties(DEFAULTS);
    List<String> problems = new ArrayList<>();
    manifests.services().forEach(service -> container(service, management, problems));
    manifests.workloads().forEach(workload -> ports(workload, problems));
    manifests.of("Ingress").forEach(ingress -> healthCheck(ingress, problems));
    manifests
        .of("PodMonitor")
        .flatMap(monitor -> monitor.parts("spec", "podMetricsEndpoints").stream())
        .forEach(
            endpoint -> {
              require(
                  endpoint.text("port").equals("management")
                      && endpoint.text("path").equals("/actuator/prometheus")
                      && exposed(management, "prometheus"),
                  "PodMonitor: the application has no metrics at " + endpoint.text("path"),
                  problems);
            });
    return problems.stream();
  }

  private static void healthCheck(Manifest ingress, List<String> problems) {
    String path =
        ingress
            .labels("metadata", "annotations")
            .getOrDefault("alb.ingress.kubernetes.io/healthcheck-path", "/");
    require(
        Repository.files("bff-gateway/src/main/java", ".java").stream()
            .anyMatch(file -> Repository.read(file).contains("@GetMapping(\"" + path + "\")")),
        ingress.id() + ": the gateway answers nothing at " + path,
        problems);
  }

  private static void ports(Manifest workload, List<String> problems) {
    for (Manifest container : workload.containers()) {
      for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
        String asked = container.text(probe, "httpGet", "port");
        require(
            asked.isEmpty()
                || container.parts("ports").stream()
                    .anyMatch(
                        open ->
                            open.text("name").equals(asked)
                                || open.text("containerPort").equals(asked)),
            workload.id() + ": " + probe + " asks port " + asked + ", which is not open",
            problems);
      }
    }
  }

  private static void container(
      Manifest service, Map<String, String> management, List<String> problems) {
    Manifest container = service.container();
    String expected = management.getOrDefault("management.server.port", "");
    require(
        port(container, "management").equals(expected)
            && variable(container, "MANAGEMENT_SERVER_PORT").equals(expected),
        service.id() + ": the management port is " + expected,
        problems);
    require(
        port(container, "http").equals(variable(container, "SERVER_PORT")),
        service.id() + ": SERVER_PORT is not the port named http",
        problems);
    probe(service, "startupProbe", "liveness", management, problems);
    probe(service, "livenessProbe", "liveness", management, problems);
    probe(service, "readinessProbe", "readiness", management, problems);
  }

  private static void probe(
      Manifest service,
      String probe,
      String group,
      Map<String, String> management,
      List<String> problems) {
    Manifest get = service.container().part(probe, "httpGet");
    String path = "/actuator/health/" + group;
    boolean served =
        exposed(management, "health")
            && "true".equals(management.get("management.endpoint.health.probes.enabled"));
    require(
        served && get.text("path").equals(path),
        service.id() + ": " + probe + " asks for " + get.text("path") + ", not " + path,
        problems);
    require(
        get.text("port").equals("management"),
        service.id() + ": " + probe + " asks port " + get.text("port"),
        problems);
  }

  private static boolean exposed(Map<String, String> management, String endpoint) {
    return List.of(
            management
                .getOrDefault("management.endpoints.web.exposure.include", "")
                .split("\\s*,\\s*"))
        .contains(endpoint);
  }

  private static String port(Manifest container, String name) {
    return container.parts("ports").stream()
        .filter(port -> port.text("name").equals(name))
        .map(port -> port.text("containerPort"))
        .findFirst()
        .orElse("");
  }

  private static String variable(Manifest container, String name) {
    return container.parts("env").stream()
        .filter(variable -> variable.text("name").equals(name))
        .map(variable -> variable.text("value"))
        .findFirst()
        .orElse("");
  }

  private static void require(boolean holds, String problem, List<String> problems) {
    if (!holds) {
      problems.add(problem);
    }
  }
}

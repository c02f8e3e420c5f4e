package com.salesync.deploychecks;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether each cluster address in the configuration has its service, in that namespace, with that
 * port.
 */
final class Addresses {

  private static final Pattern ADDRESS =
      Pattern.compile("([a-z0-9-]+)\\.([a-z0-9-]+)\\.svc\\.cluster\\.local(?::(\\d+))?");

  /** Not of this repository: docs/operations.md says how it is installed. */
  private static final String COLLECTOR = "otel-collector.monitoring.svc.cluster.local:4318";

  private Addresses() {}

  static Stream<String> problems(Manifests manifests) {
    Stream<Map.Entry<String, String>> values =
        Stream.concat(
            manifests
                .of("ConfigMap")
                .filter(
                    map -> map.name().startsWith("salesync-") || map.name().startsWith("database-"))
                .flatMap(map -> map.labels("data").entrySet().stream()),
            manifests
                .workloads()
                .flatMap(workload -> workload.containers().stream())
                .flatMap(container -> container.parts("env").stream())
                .map(variable -> Map.entry(variable.text("name"), variable.text("value"))));
    return values.flatMap(value -> problem(value.getKey(), value.getValue(), manifests));
  }

  private static Stream<String> problem(String key, String value, Manifests manifests) {
    if (key.endsWith("_BASE_URL") && !ADDRESS.matcher(value).find()) {
      return Stream.of(key + ": " + value + " is no address in the cluster");
    }
    Matcher address = ADDRESS.matcher(value);
    if (!address.find() || exists(address, key, manifests)) {
      return Stream.empty();
    }
    return Stream.of(key + ": " + address.group() + " has no such service and port");
  }

  private static boolean exists(Matcher address, String key, Manifests manifests) {
    String name = address.group(1);
    String namespace = address.group(2);
    String port = address.group(3);
    if (COLLECTOR.equals(address.group())) {
      return true;
    }
    if (namespace.equals("kafka")) {
      return manifests
          .of("Kafka")
          .filter(kafka -> name.equals(kafka.name() + "-kafka-bootstrap"))
          .flatMap(kafka -> kafka.parts("spec", "kafka", "listeners").stream())
          .anyMatch(listener -> listener.text("port").equals(port));
    }
    boolean hostOnly = port == null && key.toLowerCase(Locale.ROOT).endsWith("host");
    String wanted = port != null ? port : "80";
    return manifests
        .of("Service")
        .filter(service -> service.name().equals(name) && service.namespace().equals(namespace))
        .flatMap(service -> service.parts("spec", "ports").stream())
        .anyMatch(open -> hostOnly || open.text("port").equals(wanted));
  }
}

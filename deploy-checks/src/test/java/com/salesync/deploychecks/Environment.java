package com.salesync.deploychecks;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether variables given to a container are the ones that its application.yaml reads. */
final class Environment {

  /** Read by Spring Boot itself. */
  private static final List<String> SPRING_BOOT =
      List.of(
          "SERVER_PORT",
          "MANAGEMENT_SERVER_PORT",
          "LOGGING_STRUCTURED_FORMAT_CONSOLE",
          "OTEL_EXPORTER_OTLP_ENDPOINT",
          "OTEL_EXPORTER_OTLP_HEADERS",
          "OTEL_TRACES_SAMPLER_ARG");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)(:?)");

  static final Map<String, String> MODULES =
      Map.of(
          "bff", "bff-gateway",
          "store", "store-service",
          "item", "item-service",
          "order", "order-service",
          "sale", "sale-service",
          "dash", "dashboard-service",
          "consulting", "consulting-service");

  private Environment() {}

  static Stream<String> problems(Manifests manifests) {
    return Stream.of(
            manifests.services().flatMap(service -> missing(service, manifests)),
            unknown(manifests),
            idleStub(manifests))
        .flatMap(problems -> problems);
  }

  /** The services that have a schema, by their short names. */
  static Set<String> withSchema() {
    return MODULES.entrySet().stream()
        .filter(module -> yaml(module.getValue()).anyMatch(Environment::importsDatabase))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean importsDatabase(String settings) {
    return settings.contains("salesync-database.yaml");
  }

  private static Stream<String> idleStub(Manifests manifests) {
    return manifests
        .of("ConfigMap")
        .filter(map -> !map.text("data", "SNS_ENDPOINT").isEmpty())
        .filter(map -> !map.text("data", "SMS_ALLOWED_NUMBERS").equals("*"))
        .map(map -> map.id() + ": no text ever reaches the stub");
  }

  private static Stream<String> missing(Manifest service, Manifests manifests) {
    Set<String> needed = new TreeSet<>(needed(service.name().substring("deploy-".length())));
    needed.removeAll(given(service, manifests));
    return needed.stream().map(name -> service.id() + ": " + name + " has no value");
  }

  private static Stream<String> unknown(Manifests manifests) {
    Set<String> known = new HashSet<>(SPRING_BOOT);
    Stream.concat(Stream.of("common-lib"), MODULES.values().stream())
        .forEach(module -> placeholders(module).forEach(found -> known.add(found.group(1))));
    boolean complete = MODULES.values().stream().allMatch(Environment::written);
    if (!complete) {
      return Stream.empty();
    }
    Set<String> given = new TreeSet<>();
    manifests.services().forEach(service -> given.addAll(given(service, manifests)));
    given.removeAll(known);
    return given.stream().map(name -> name + " is set, but no application reads it");
  }

  /**
   * The variables without a default in the service's own configuration and in the defaults that it
   * imports.
   */
  static Set<String> needed(String service) {
    String module = MODULES.get(service);
    if (module == null) {
      return new TreeSet<>();
    }
    boolean database = yaml(module).anyMatch(Environment::importsDatabase);
    return Stream.concat(
            placeholders(module),
            yamlOfCommon().entrySet().stream()
                .filter(file -> database || !file.getKey().contains("database"))
                .flatMap(file -> matches(file.getValue())))
        .filter(found -> found.group(2).isEmpty())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> given(Manifest service, Manifests manifests) {
    Manifest container = service.container();
    Set<String> given = new HashSet<>();
    container.parts("env").forEach(variable -> given.add(variable.text("name")));
    container
        .parts("envFrom")
        .forEach(
            from ->
                manifests
                    .of("ConfigMap")
                    .filter(map -> map.name().equals(from.text("configMapRef", "name")))
                    .forEach(map -> given.addAll(map.part("data").fields().keySet())));
    return given;
  }

  private static boolean written(String module) {
    return yaml(module).findAny().isPresent();
  }

  private static Stream<MatchResult> placeholders(String module) {
    return yaml(module).flatMap(Environment::matches);
  }

  private static Stream<MatchResult> matches(String text) {
    return PLACEHOLDER.matcher(text).results();
  }

  private static Stream<String> yaml(String module) {
    return Repository.files(module + "/src/main/resources", ".yaml", ".yml").stream()
        .map(Repository::read);
  }

  private static Map<String, String> yamlOfCommon() {
    return Repository.files("common-lib/src/main/resources", ".yaml").stream()
        .collect(Collectors.toMap(file -> file.getFileName().toString(), Repository::read));
  }
}

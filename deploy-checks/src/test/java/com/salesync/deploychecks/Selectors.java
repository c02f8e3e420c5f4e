package com.salesync.deploychecks;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether selectors find what they mean. */
final class Selectors {

  private Selectors() {}

  static Stream<String> problems(Manifests manifests) {
    return Stream.of(
            manifests.workloads().flatMap(Selectors::own),
            manifests.of("Service").flatMap(service -> ports(service, manifests)),
            manifests.of("PodDisruptionBudget").flatMap(budget -> one(budget, manifests)),
            manifests.of("HorizontalPodAutoscaler").flatMap(scaler -> target(scaler, manifests)),
            manifests.of("PodMonitor").flatMap(monitor -> monitored(monitor, manifests)),
            manifests.of("NetworkPolicy").flatMap(policy -> some(policy, manifests)),
            manifests.services().flatMap(Selectors::spread))
        .flatMap(problems -> problems);
  }

  /**
   * Whether labels satisfy a selector of {@code matchLabels} and {@code matchExpressions}; an empty
   * one is satisfied by all.
   */
  static boolean matches(Manifest selector, Map<String, String> labels) {
    return labels.entrySet().containsAll(selector.labels("matchLabels").entrySet())
        && selector.parts("matchExpressions").stream()
            .allMatch(expression -> matchesExpression(expression, labels));
  }

  private static boolean matchesExpression(Manifest expression, Map<String, String> labels) {
    String key = expression.text("key");
    return switch (expression.text("operator")) {
      case "In" -> expression.texts("values").contains(labels.get(key));
      case "NotIn" -> !expression.texts("values").contains(labels.get(key));
      case "Exists" -> labels.containsKey(key);
      case "DoesNotExist" -> !labels.containsKey(key);
      default -> false;
    };
  }

  private static Stream<String> own(Manifest workload) {
    if (workload.kind().equals("Job")) {
      return Stream.empty();
    }
    return matches(workload.part("spec", "selector"), workload.podLabels())
            && !workload.labels("spec", "selector", "matchLabels").isEmpty()
        ? Stream.empty()
        : Stream.of(workload.id() + ": its selector does not match its own pods");
  }

  static List<Manifest> selected(Manifest service, Manifests manifests) {
    return manifests
        .workloads()
        .filter(workload -> workload.namespace().equals(service.namespace()))
        .filter(
            workload ->
                workload
                    .podLabels()
                    .entrySet()
                    .containsAll(service.labels("spec", "selector").entrySet()))
        .toList();
  }

  private static Stream<String> ports(Manifest service, Manifests manifests) {
    List<Manifest> selected = selected(service, manifests);
    if (selected.size() != 1) {
      return Stream.of(service.id() + ": selects " + ids(selected) + " and not exactly one");
    }
    if (service.name().startsWith("service-")
        && !selected.getFirst().name().equals("deploy-" + service.name().substring(8))) {
      return Stream.of(service.id() + ": selects " + ids(selected));
    }
    List<Manifest> open = selected.getFirst().container().parts("ports");
    if (selected.getFirst().isService()) {
      return service.parts("spec", "ports").stream()
          .map(port -> port.text("targetPort"))
          .filter(target -> !target.equals("http"))
          .map(target -> service.id() + ": leads to " + target + ", not to the application's http");
    }
    return service.parts("spec", "ports").stream()
        .map(port -> port.text("targetPort"))
        .filter(
            target ->
                open.stream()
                    .noneMatch(
                        port ->
                            port.text("name").equals(target)
                                || port.text("containerPort").equals(target)))
        .map(target -> service.id() + ": no container port " + target);
  }

  private static Stream<String> one(Manifest budget, Manifests manifests) {
    List<Manifest> found =
        manifests
            .workloads()
            .filter(workload -> workload.namespace().equals(budget.namespace()))
            .filter(workload -> matches(budget.part("spec", "selector"), workload.podLabels()))
            .toList();
    return found.size() == 1
        ? Stream.empty()
        : Stream.of(budget.id() + ": protects " + ids(found) + " and not exactly one");
  }

  private static Stream<String> target(Manifest scaler, Manifests manifests) {
    String target =
        scaler.text("spec", "scaleTargetRef", "kind")
            + "/"
            + scaler.text("spec", "scaleTargetRef", "name");
    return manifests.all().stream().anyMatch(object -> object.id().equals(target))
        ? Stream.empty()
        : Stream.of(scaler.id() + ": scales " + target + ", which does not exist");
  }

  private static Stream<String> monitored(Manifest monitor, Manifests manifests) {
    return manifests
        .services()
        .filter(
            service ->
                !monitor
                        .texts("spec", "namespaceSelector", "matchNames")
                        .contains(service.namespace())
                    || !matches(monitor.part("spec", "selector"), service.podLabels()))
        .map(service -> monitor.id() + ": does not scrape " + service.id());
  }

  private static Stream<String> some(Manifest policy, Manifests manifests) {
    boolean found =
        policy.namespace().equals("kafka")
            || manifests
                .workloads()
                .filter(workload -> workload.namespace().equals(policy.namespace()))
                .anyMatch(
                    workload -> matches(policy.part("spec", "podSelector"), workload.podLabels()));
    return found ? Stream.empty() : Stream.of(policy.id() + ": selects no pod");
  }

  private static Stream<String> spread(Manifest service) {
    return service.pod().parts("spec", "topologySpreadConstraints").stream()
        .filter(
            constraint ->
                !matches(constraint.part("labelSelector"), service.podLabels())
                    || !service
                        .podLabels()
                        .containsKey(constraint.texts("matchLabelKeys").getFirst()))
        .map(constraint -> service.id() + ": spreads over pods that are not its own");
  }

  private static List<String> ids(List<Manifest> objects) {
    return objects.stream().map(Manifest::id).toList();
  }
}

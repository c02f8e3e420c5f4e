package com.salesync.deploychecks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether each service has everything around it, and no secret is written down. */
final class Completeness {

  private Completeness() {}

  static Stream<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    Set<String> expected = new TreeSet<>(Environment.MODULES.keySet());
    Set<String> found =
        manifests
            .services()
            .map(service -> service.name().substring("deploy-".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!found.equals(expected)) {
      problems.add("deployments are " + found);
    }
    found.forEach(name -> around(name, manifests, problems));
    manifests.services().forEach(service -> running(service, problems));
    manifests.of("Secret").forEach(secret -> problems.add(secret.id() + ": a secret written down"));
    return problems.stream();
  }

  private static void around(String name, Manifests manifests, List<String> problems) {
    for (String kind :
        List.of(
            "HorizontalPodAutoscaler", "PodDisruptionBudget", "ServiceAccount", "NetworkPolicy")) {
      if (manifests.of(kind).noneMatch(object -> object.name().equals(name))) {
        problems.add(name + ": no " + kind);
      }
    }
    boolean port80 =
        manifests
            .of("Service")
            .filter(service -> service.name().equals("service-" + name))
            .flatMap(service -> service.parts("spec", "ports").stream())
            .anyMatch(port -> port.text("port").equals("80"));
    if (!port80) {
      problems.add(name + ": no service-" + name + " on port 80");
    }
  }

  private static void running(Manifest service, List<String> problems) {
    Manifest pod = service.pod().part("spec");
    int grace = number(pod.text("terminationGracePeriodSeconds"));
    int pause = number(service.container().text("lifecycle", "preStop", "sleep", "seconds"));
    int shutdown =
        number(
            Yamls.properties("common-lib/src/main/resources/salesync-waits.yaml")
                .getOrDefault("salesync.waits.shutdown", "30s")
                .replace("s", ""));
    if (pause == 0 || grace <= pause + shutdown) {
      problems.add(service.id() + ": killed before it has shut down gracefully");
    }
    if (pod.parts("topologySpreadConstraints").size() < 2) {
      problems.add(service.id() + ": not spread over zones and nodes");
    }
    if (!"0".equals(service.text("spec", "strategy", "rollingUpdate", "maxUnavailable"))) {
      problems.add(service.id() + ": a rollout takes capacity away");
    }
    if (service.get("spec", "replicas") != null) {
      problems.add(service.id() + ": replicas belong to the autoscaler");
    }
  }

  private static int number(String text) {
    return text.matches("\\d+") ? Integer.parseInt(text) : 0;
  }
}

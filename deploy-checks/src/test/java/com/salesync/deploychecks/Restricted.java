package com.salesync.deploychecks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Pod Security "restricted" and what goes beyond it: a read-only root, limits, no token of the
 * cluster. The log agent must read the node's files; it is the only exception and may only have
 * these two liberties.
 */
final class Restricted {

  private static final Set<String> ALLOWED_VOLUMES =
      Set.of(
          "configMap", "emptyDir", "projected", "secret", "downwardAPI", "persistentVolumeClaim");

  /** Upstream's images write beside their programs. */
  private static final Set<String> WRITE_TO_THEIR_ROOT =
      Set.of("StatefulSet/elasticsearch", "Deployment/kibana");

  private Restricted() {}

  static Stream<String> problems(Manifests manifests) {
    return Stream.concat(
        manifests.workloads().flatMap(Restricted::workload),
        manifests
            .of("Namespace")
            .filter(namespace -> !namespace.name().equals("logging-agent"))
            .filter(
                namespace ->
                    !namespace
                        .labels("metadata", "labels")
                        .getOrDefault("pod-security.kubernetes.io/enforce", "")
                        .equals("restricted"))
            .map(namespace -> namespace.id() + ": does not enforce restricted"));
  }

  private static Stream<String> workload(Manifest workload) {
    boolean agent = workload.id().equals("DaemonSet/fluent-bit");
    Manifest pod = workload.pod().part("spec");
    List<String> problems = new ArrayList<>();
    for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
      require(!Boolean.TRUE.equals(pod.get(host)), host, problems);
    }
    require(
        Boolean.FALSE.equals(pod.get("automountServiceAccountToken")),
        "mounts a token of the cluster",
        problems);
    for (Manifest volume : pod.parts("volumes")) {
      boolean allowed =
          volume.fields().keySet().stream()
              .filter(key -> !key.equals("name"))
              .allMatch(ALLOWED_VOLUMES::contains);
      require(allowed || agent, "volume " + volume.text("name") + " of a forbidden type", problems);
    }
    for (Manifest container : workload.containers()) {
      container(container, pod.part("securityContext"), agent, problems);
      require(
          Boolean.TRUE.equals(container.get("securityContext", "readOnlyRootFilesystem"))
              || WRITE_TO_THEIR_ROOT.contains(workload.id()),
          "may write to its root file system",
          problems);
    }
    return problems.stream().map(problem -> workload.id() + ": " + problem);
  }

  private static void container(
      Manifest container, Manifest pod, boolean agent, List<String> problems) {
    Manifest security = container.part("securityContext");
    require(
        agent
            || Boolean.TRUE.equals(
                Objects.requireNonNullElse(
                    security.get("runAsNonRoot"),
                    Objects.requireNonNullElse(pod.get("runAsNonRoot"), false))),
        "may run as root",
        problems);
    require(agent || !"0".equals(pod.text("runAsUser")), "runs as user 0", problems);
    require(
        Boolean.FALSE.equals(security.get("allowPrivilegeEscalation")),
        "allows privilege escalation",
        problems);
    require(!Boolean.TRUE.equals(security.get("privileged")), "is privileged", problems);
    require(
        security.texts("capabilities", "drop").equals(List.of("ALL"))
            && security.texts("capabilities", "add").isEmpty(),
        "does not drop all capabilities",
        problems);
    require(
        "RuntimeDefault".equals(pod.text("seccompProfile", "type")),
        "has no seccomp profile",
        problems);
    require(
        !container.text("resources", "limits", "memory").isEmpty()
            && !container.text("resources", "requests", "cpu").isEmpty(),
        "has no requests and limits",
        problems);
    require(
        container.parts("ports").stream().allMatch(port -> port.get("hostPort") == null),
        "takes a port of the node",
        problems);
  }

  private static void require(boolean holds, String problem, List<String> problems) {
    if (!holds) {
      problems.add(problem);
    }
  }
}

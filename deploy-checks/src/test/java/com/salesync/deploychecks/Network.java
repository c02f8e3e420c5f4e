package com.salesync.deploychecks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Computes which connections the policies let through, between all pods and the addresses that
 * matter, and compares them with the ones that the code makes. Both sides must allow a connection,
 * as in a cluster.
 */
final class Network {

  private static final List<Integer> PORTS =
      List.of(22, 53, 80, 443, 4318, 5432, 8080, 8081, 9090, 9092, 9200);

  /** A pod by its labels, or an address outside the cluster. */
  private record End(String name, String namespace, Map<String, String> labels, String address) {

    boolean isPod() {
      return !namespace.isEmpty();
    }
  }

  private record Flow(End from, End to, int port) {

    @Override
    public String toString() {
      return from.name() + " -> " + to.name() + ":" + port;
    }
  }

  private Network() {}

  static Stream<String> problems(Manifests manifests) {
    Set<String> expected = expected(manifests);
    Set<String> allowed = new TreeSet<>();
    List<End> ends = ends(manifests);
    List<Manifest> policies = policies(manifests);
    for (End from : ends) {
      for (End to : ends) {
        for (int port : PORTS) {
          boolean ours = from.namespace().equals("default") || to.namespace().equals("default");
          if (ours && !from.equals(to) && passes(new Flow(from, to, port), policies)) {
            allowed.add(new Flow(from, to, port).toString());
          }
        }
      }
    }
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(allowed);
    Set<String> superfluous = new TreeSet<>(allowed);
    superfluous.removeAll(expected);
    return Stream.concat(
        missing.stream().map(flow -> "no policy allows " + flow),
        superfluous.stream().map(flow -> "nothing needs " + flow + ", but the policies allow it"));
  }

  private static Set<String> expected(Manifests manifests) {
    boolean prd = manifests.source().endsWith("prd");
    String database = prd ? "the database" : "postgres";
    Set<String> flows = new TreeSet<>();
    Calls.expected()
        .forEach(
            (caller, callees) -> {
              callees.forEach(callee -> flows.add(caller + " -> " + callee + ":8080"));
              flows.add("prometheus -> " + caller + ":8081");
              flows.add(caller + " -> the trace collector:4318");
              if (!caller.equals("bff")) {
                flows.add(caller + " -> " + database + ":5432");
                flows.add("migrate-" + caller + " -> " + database + ":5432");
              }
            });
    flows.add("the load balancer -> bff:8080");
    flows.add("database-roles -> " + database + ":5432");
    for (String service : List.of("dash", "consulting")) {
      flows.add(service + " -> kafka:9092");
      flows.add(service + " -> the internet:443");
    }
    flows.add("dash -> the pod identity agent:80");
    if (!prd) {
      flows.add("dash -> sns-stub:8080");
    }
    manifests
        .workloads()
        .filter(workload -> workload.namespace().equals("default"))
        .forEach(workload -> flows.add(shortName(workload) + " -> dns:53"));
    return flows;
  }

  private static List<End> ends(Manifests manifests) {
    String network = manifests.source().endsWith("prd") ? "10.10" : "10.20";
    List<End> ends = new ArrayList<>();
    manifests
        .workloads()
        .forEach(
            workload ->
                ends.add(
                    new End(
                        shortName(workload), workload.namespace(), workload.podLabels(), "none")));
    ends.add(
        new End(
            "prometheus", "monitoring", Map.of("app.kubernetes.io/name", "prometheus"), "none"));
    ends.add(
        new End(
            "the trace collector",
            "monitoring",
            Map.of("app.kubernetes.io/name", "opentelemetry-collector"),
            "none"));
    ends.add(
        new End(
            "a stranger",
            "elsewhere",
            Map.of("app.kubernetes.io/name", "bff", "app.kubernetes.io/part-of", "salesync"),
            "none"));
    ends.add(new End("dns", "kube-system", Map.of("k8s-app", "kube-dns"), "none"));
    ends.add(
        new End(
            "kafka",
            "kafka",
            Map.of("strimzi.io/cluster", "salesync", "strimzi.io/kind", "Kafka"),
            "none"));
    ends.add(new End("the load balancer", "", Map.of(), network + ".1.10"));
    ends.add(new End("a node", "", Map.of(), network + ".70.10"));
    ends.add(new End("the database", "", Map.of(), network + ".192.10"));
    ends.add(new End("the internet", "", Map.of(), "203.0.113.10"));
    ends.add(new End("the pod identity agent", "", Map.of(), "169.254.170.23"));
    ends.add(new End("the node's metadata", "", Map.of(), "169.254.169.254"));
    return ends;
  }

  private static String shortName(Manifest workload) {
    return workload.isService() ? workload.name().substring("deploy-".length()) : workload.name();
  }

  /** The policies written here, and the one that Strimzi derives from a listener's peers. */
  private static List<Manifest> policies(Manifests manifests) {
    List<Manifest> policies = new ArrayList<>(manifests.of("NetworkPolicy").toList());
    manifests
        .of("Kafka")
        .forEach(
            kafka ->
                kafka
                    .parts("spec", "kafka", "listeners")
                    .forEach(
                        listener ->
                            policies.add(
                                new Manifest(
                                    Map.of(
                                        "metadata",
                                        Map.of("namespace", kafka.namespace()),
                                        "spec",
                                        Map.of(
                                            "podSelector",
                                            Map.of(
                                                "matchLabels",
                                                Map.of("strimzi.io/cluster", kafka.name())),
                                            "policyTypes",
                                            List.of("Ingress"),
                                            "ingress",
                                            List.of(
                                                Map.of(
                                                    "from",
                                                    listener.parts("networkPolicyPeers").stream()
                                                        .map(Manifest::fields)
                                                        .toList(),
                                                    "ports",
                                                    List.of(
                                                        Map.of(
                                                            "port", listener.text("port")))))))))));
    return policies;
  }

  private static boolean passes(Flow flow, List<Manifest> policies) {
    return (flow.from().isPod() || flow.to().isPod())
        && side(flow, flow.from(), flow.to(), "Egress", "to", policies)
        && side(flow, flow.to(), flow.from(), "Ingress", "from", policies);
  }

  private static boolean side(
      Flow flow, End own, End other, String type, String peers, List<Manifest> policies) {
    if (!own.isPod()) {
      return true;
    }
    List<Manifest> selecting =
        policies.stream()
            .filter(policy -> policy.namespace().equals(own.namespace()))
            .filter(policy -> policy.texts("spec", "policyTypes").contains(type))
            .filter(policy -> Selectors.matches(policy.part("spec", "podSelector"), own.labels()))
            .toList();
    return selecting.isEmpty()
        || selecting.stream()
            .flatMap(
                policy ->
                    policy.parts("spec", type.toLowerCase(Locale.ROOT)).stream()
                        .filter(rule -> port(rule, flow.port()))
                        .filter(
                            rule ->
                                rule.get(peers) == null
                                    || rule.parts(peers).stream()
                                        .anyMatch(peer -> peer(peer, policy.namespace(), other))))
            .findAny()
            .isPresent();
  }

  private static boolean port(Manifest rule, int port) {
    return rule.get("ports") == null
        || rule.parts("ports").stream().anyMatch(open -> open.text("port").equals("" + port));
  }

  private static boolean peer(Manifest peer, String policyNamespace, End other) {
    Manifest block = peer.part("ipBlock");
    if (!block.fields().isEmpty()) {
      return !other.isPod()
          && contains(block.text("cidr"), other.address())
          && block.texts("except").stream().noneMatch(cidr -> contains(cidr, other.address()));
    }
    if (!other.isPod()) {
      return false;
    }
    boolean namespace =
        peer.get("namespaceSelector") == null
            ? other.namespace().equals(policyNamespace)
            : Selectors.matches(
                peer.part("namespaceSelector"),
                Map.of("kubernetes.io/metadata.name", other.namespace()));
    return namespace && Selectors.matches(peer.part("podSelector"), other.labels());
  }

  static boolean contains(String cidr, String address) {
    String[] parts = cidr.split("/");
    int bits = Integer.parseInt(parts[1]);
    long mask = bits == 0 ? 0 : -1L << (32 - bits) & 0xffffffffL;
    return (number(parts[0]) & mask) == (number(address) & mask);
  }

  private static long number(String address) {
    long number = 0;
    for (String octet : address.split("\\.")) {
      number = number << 8 | Integer.parseInt(octet);
    }
    return number;
  }
}

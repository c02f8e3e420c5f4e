package com.salesync.deploychecks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether the database takes all connections that may be open at once: both pools of every pod at
 * its autoscaler's and its rollout's most, the jobs, and some for the server and operators.
 */
final class Connections {

  /** What PostgreSQL and RDS keep for themselves, and a few for people with psql. */
  private static final int RESERVED = 15;

  private static final String SETTINGS = "common-lib/src/main/resources/salesync-database.yaml";
  private static final String ROLES = "k8s/components/database-roles/create-roles.sh";
  private static final Pattern DEFAULT = Pattern.compile("\\$\\{([A-Z_]+):(\\d+)}");
  private static final List<String> POOLS =
      List.of(
          "spring.datasource.hikari.maximum-pool-size",
          "salesync.database.reports.maximum-pool-size");

  private Connections() {}

  static Stream<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    int all = jobs(manifests) + RESERVED;
    for (String service : Environment.withSchema()) {
      int most = pools(service, manifests) * pods(service, manifests);
      int allowed = limit("role");
      if (most > allowed) {
        problems.add(
            "%s: opens up to %d connections, its role may have %d"
                .formatted(service, most, allowed));
      }
      all += most;
    }
    int taken = maximum(manifests);
    if (all >= taken) {
      problems.add("up to %d connections at once, but max_connections is %d".formatted(all, taken));
    }
    return problems.stream();
  }

  private static int pools(String service, Manifests manifests) {
    Map<String, String> settings = Yamls.properties(SETTINGS);
    int sum = 0;
    for (String pool : POOLS) {
      Matcher setting = DEFAULT.matcher(settings.getOrDefault(pool, ""));
      if (!setting.matches()) {
        throw new IllegalStateException(pool + " in " + SETTINGS);
      }
      String set =
          given(setting.group(1), manifests.named("Deployment/deploy-" + service), manifests);
      sum += Integer.parseInt(set.isEmpty() ? setting.group(2) : set);
    }
    return sum;
  }

  private static String given(String variable, Manifest service, Manifests manifests) {
    Manifest container = service.container();
    Stream<String> own =
        container.parts("env").stream()
            .filter(each -> each.text("name").equals(variable))
            .map(each -> each.text("value"));
    Stream<String> all =
        container.parts("envFrom").stream()
            .map(from -> from.text("configMapRef", "name"))
            .flatMap(name -> manifests.of("ConfigMap").filter(map -> map.name().equals(name)))
            .map(map -> map.text("data", variable));
    return Stream.concat(own, all).filter(value -> !value.isEmpty()).findFirst().orElse("");
  }

  private static int pods(String service, Manifests manifests) {
    Manifest scaler = manifests.named("HorizontalPodAutoscaler/" + service);
    Manifest rollout =
        manifests.named("Deployment/deploy-" + service).part("spec", "strategy", "rollingUpdate");
    return Integer.parseInt(scaler.text("spec", "maxReplicas"))
        + Integer.parseInt(rollout.text("maxSurge"));
  }

  /** The jobs that migrate may open what their role may have; the one for the roles, one. */
  private static int jobs(Manifests manifests) {
    return (int) manifests.workloads().filter(Manifest::isMigration).count() * limit("owner") + 1;
  }

  private static int limit(String role) {
    return number(
        ROLES, "ALTER ROLE :\"%s\" PASSWORD \\S+ CONNECTION LIMIT (\\d+)".formatted(role));
  }

  private static int maximum(Manifests manifests) {
    return manifests
        .of("StatefulSet")
        .filter(server -> server.name().equals("postgres"))
        .map(server -> argument(server.container()))
        .findFirst()
        .orElseGet(
            () ->
                number(
                    "terraform/modules/database/variables.tf",
                    "variable \"max_connections\" \\{[^}]*default\\s*=\\s*(\\d+)"));
  }

  /** PostgreSQL takes a hundred unless it is told. */
  private static int argument(Manifest postgres) {
    return postgres.texts("args").stream()
        .filter(argument -> argument.toLowerCase(Locale.ROOT).startsWith("max_connections="))
        .map(argument -> Integer.parseInt(argument.substring("max_connections=".length())))
        .findFirst()
        .orElse(100);
  }

  private static int number(String file, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(Repository.read(file));
    if (!found.find()) {
      throw new IllegalStateException("no " + pattern + " in " + file);
    }
    return Integer.parseInt(found.group(1));
  }
}

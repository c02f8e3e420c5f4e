package com.salesync.deploychecks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether each schema is migrated by its owner, with the image of the release, after the roles are
 * there and before the service comes; and whether nobody else can log in as an owner.
 */
final class Migrations {

  private static final String ROLES = "database-roles";
  private static final String OWNERS = "database-owner-";

  private Migrations() {}

  static Stream<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    Set<String> expected =
        Environment.withSchema().stream()
            .map(service -> "migrate-" + service)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> found =
        manifests
            .workloads()
            .filter(Manifest::isMigration)
            .map(Manifest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!found.equals(expected)) {
      problems.add("jobs that migrate are " + found);
    }
    manifests
        .workloads()
        .filter(Manifest::isMigration)
        .forEach(job -> migration(job, manifests, problems));
    manifests.workloads().forEach(workload -> credentials(workload, problems));
    manifests.of("Job").forEach(job -> comesFirst(job, manifests, problems));
    roles(manifests.named("Job/" + ROLES), problems);
    waves(manifests, problems);
    return problems.stream();
  }

  /** The role that owns a service's schema, as its own settings say. */
  static String owner(String service) {
    String module = Environment.MODULES.getOrDefault(service, "none");
    return Repository.files(module + "/src/main/resources", "application.yaml").stream()
        .map(file -> Yamls.properties(Repository.ROOT.relativize(file).toString()))
        .map(settings -> settings.getOrDefault("salesync.database.owner", ""))
        .findFirst()
        .orElse("");
  }

  private static void migration(Manifest job, Manifests manifests, List<String> problems) {
    String service = job.name().substring("migrate-".length());
    Manifest container = job.container();
    String deployed =
        manifests
            .services()
            .filter(other -> other.name().equals("deploy-" + service))
            .map(other -> other.container().text("image"))
            .findFirst()
            .orElse("");
    require(
        container.text("image").equals(deployed),
        job.id() + ": migrates with another image than " + deployed,
        problems);
    require(
        container.texts("args").equals(List.of("migrate")) && container.get("command") == null,
        job.id() + ": does not call the image's own command 'migrate'",
        problems);
    require(
        variable(container, "DATABASE_OWNER_USERNAME").text("value").equals(owner(service)),
        job.id() + ": is not " + owner(service),
        problems);
    require(
        variable(container, "DATABASE_OWNER_PASSWORD")
            .text("valueFrom", "secretKeyRef", "name")
            .equals(OWNERS + service),
        job.id() + ": takes its password from elsewhere than " + OWNERS + service,
        problems);
    require(
        !variable(container, "DATABASE_URL").fields().isEmpty(),
        job.id() + ": knows no database",
        problems);
    require(
        job.get("spec", "activeDeadlineSeconds") == null
            && job.pod().get("spec", "activeDeadlineSeconds") == null,
        job.id() + ": is stopped when a migration takes long",
        problems);
    require(
        !job.text("spec", "backoffLimit").isEmpty()
            && job.pod().text("spec", "restartPolicy").equals("Never"),
        job.id() + ": is not tried again, or leaves no log",
        problems);
  }

  /** Serving pods hold nothing that an owner logs in with; who migrates holds nothing else. */
  private static void credentials(Manifest workload, List<String> problems) {
    if (workload.name().equals(ROLES)) {
      return;
    }
    List<String> secrets = workload.secrets().toList();
    if (workload.isMigration()) {
      String own = OWNERS + workload.name().substring("migrate-".length());
      require(
          secrets.stream().allMatch(own::equals),
          workload.id() + ": is given more than " + own,
          problems);
      return;
    }
    require(
        secrets.stream().noneMatch(secret -> secret.startsWith(OWNERS))
            && workload.containers().stream()
                .flatMap(container -> container.parts("env").stream())
                .noneMatch(variable -> variable.text("name").contains("DATABASE_OWNER")),
        workload.id() + ": is given an owner's credentials",
        problems);
  }

  /** A job in an early wave waits in vain for what is made in a later one. */
  private static void comesFirst(Manifest job, Manifests manifests, List<String> problems) {
    require(
        job.labels("metadata", "annotations")
                .getOrDefault("argocd.argoproj.io/hook", "")
                .equals("Sync")
            && job.labels("metadata", "annotations")
                .getOrDefault("argocd.argoproj.io/hook-delete-policy", "")
                .equals("BeforeHookCreation"),
        job.id() + ": does not run with each release",
        problems);
    Set<String> used = job.secrets().collect(Collectors.toSet());
    job.pod()
        .everywhere()
        .flatMap(
            part ->
                Stream.of(
                    part.text("configMapKeyRef", "name"),
                    part.text("configMapRef", "name"),
                    part.text("configMap", "name")))
        .forEach(used::add);
    manifests
        .of("ExternalSecret", "ConfigMap")
        .filter(object -> object.namespace().equals(job.namespace()))
        .filter(object -> used.contains(object.name()) && object.wave() >= job.wave())
        .forEach(
            object -> problems.add(job.id() + ": " + object.id() + " is made too late for it"));
  }

  private static void roles(Manifest job, List<String> problems) {
    for (String service : Environment.withSchema()) {
      String name = owner(service).replace("_owner", "").toUpperCase(Locale.ROOT) + "_DATABASE_";
      require(
          variable(job.container(), name + "OWNER_PASSWORD")
                  .text("valueFrom", "secretKeyRef", "name")
                  .equals(OWNERS + service)
              && variable(job.container(), name + "PASSWORD")
                  .text("valueFrom", "secretKeyRef", "name")
                  .equals("database-" + service),
          job.id() + ": does not set the passwords of both roles of " + service,
          problems);
    }
  }

  /** PostgreSQL, its roles, the migrations, the services. */
  private static void waves(Manifests manifests, List<String> problems) {
    int roles = manifests.named("Job/" + ROLES).wave();
    manifests
        .of("StatefulSet")
        .filter(server -> server.name().equals("postgres") && server.wave() >= roles)
        .forEach(server -> problems.add(server.id() + ": comes after its roles"));
    manifests
        .workloads()
        .filter(Manifest::isMigration)
        .filter(job -> job.wave() <= roles)
        .forEach(job -> problems.add(job.id() + ": does not wait for the roles"));
    manifests
        .services()
        .forEach(
            service ->
                manifests
                    .workloads()
                    .filter(Manifest::isMigration)
                    .filter(job -> Objects.equals(job.name(), migrationOf(service)))
                    .filter(job -> job.wave() >= service.wave())
                    .forEach(
                        job -> problems.add(service.id() + ": does not wait for " + job.id())));
  }

  private static String migrationOf(Manifest service) {
    return service.name().replaceFirst("^deploy-", "migrate-");
  }

  private static Manifest variable(Manifest container, String name) {
    return container.parts("env").stream()
        .filter(variable -> variable.text("name").equals(name))
        .findFirst()
        .orElseGet(() -> container.part("none"));
  }

  private static void require(boolean holds, String problem, List<String> problems) {
    if (!holds) {
      problems.add(problem);
    }
  }
}

package com.salesync.deploychecks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether what is referred to by name and key exists in the same namespace. */
final class References {

  private References() {}

  static Stream<String> problems(Manifests manifests) {
    Known known = Known.in(manifests);
    return Stream.of(
            manifests.workloads().flatMap(workload -> keys(workload, known)),
            manifests.workloads().flatMap(workload -> wholes(workload, known)),
            manifests.services().flatMap(References::signingKey),
            manifests.of("Ingress").flatMap(ingress -> backends(ingress, manifests)),
            manifests.of("ExternalSecret").flatMap(secret -> store(secret, manifests)),
            manifests.of("ExternalSecret").flatMap(References::members),
            claims(manifests))
        .flatMap(problems -> problems);
  }

  /** The keys of all ConfigMaps and of all Secrets that External Secrets will make. */
  record Known(Set<String> configMaps, Set<String> secrets, Set<String> accounts) {

    static Known in(Manifests manifests) {
      Set<String> configMaps = new HashSet<>();
      Set<String> secrets = new HashSet<>();
      Set<String> accounts = new HashSet<>();
      manifests
          .of("ConfigMap")
          .forEach(map -> add(configMaps, map, map.name(), map.part("data").fields().keySet()));
      manifests
          .of("ExternalSecret")
          .forEach(
              secret -> {
                List<String> keys =
                    new ArrayList<>(
                        secret.part("spec", "target", "template", "data").fields().keySet());
                secret.parts("spec", "data").forEach(data -> keys.add(data.text("secretKey")));
                add(secrets, secret, secret.text("spec", "target", "name"), keys);
              });
      manifests
          .of("ServiceAccount")
          .forEach(account -> accounts.add(account.namespace() + "/" + account.name()));
      if (manifests.of("SecretStore").findAny().isEmpty()) {
        addKeysMadeByHand(secrets);
      }
      return new Known(configMaps, secrets, accounts);
    }

    /** Without a store they are made with deploy/internal-keys.sh, as operations.md says. */
    private static void addKeysMadeByHand(Set<String> secrets) {
      Environment.MODULES
          .keySet()
          .forEach(service -> secrets.add("default/internal-key-" + service + "#key"));
      secrets.add("default/internal-public-keys");
    }

    private static void add(
        Set<String> known, Manifest object, String name, Iterable<String> keys) {
      String id = object.namespace() + "/" + name;
      known.add(id);
      keys.forEach(key -> known.add(id + "#" + key));
    }
  }

  private static Stream<String> keys(Manifest workload, Known known) {
    return workload
        .pod()
        .everywhere()
        .flatMap(
            part ->
                Stream.concat(
                    key(workload, part.part("secretKeyRef"), known.secrets(), "secret"),
                    key(workload, part.part("configMapKeyRef"), known.configMaps(), "config map")));
  }

  private static Stream<String> key(
      Manifest workload, Manifest reference, Set<String> known, String what) {
    if (reference.fields().isEmpty()) {
      return Stream.empty();
    }
    String object = workload.namespace() + "/" + reference.text("name");
    boolean optional = Boolean.TRUE.equals(reference.get("optional"));
    boolean found =
        known.contains(object + "#" + reference.text("key"))
            || (optional && !known.contains(object));
    return found
        ? Stream.empty()
        : Stream.of(
            workload.id() + ": no " + what + " " + object + " with key " + reference.text("key"));
  }

  /** Each service signs in its own name: no pod is given another's key. */
  private static Stream<String> signingKey(Manifest service) {
    String own = "internal-key-" + service.name().substring("deploy-".length());
    return service
        .secrets()
        .filter(name -> name.startsWith("internal-key-") && !name.equals(own))
        .map(name -> service.id() + ": is given " + name);
  }

  private static Stream<String> wholes(Manifest workload, Known known) {
    List<String> problems = new ArrayList<>();
    String namespace = workload.namespace() + "/";
    for (Manifest container : workload.containers()) {
      for (Manifest from : container.parts("envFrom")) {
        if (!known.configMaps().contains(namespace + from.text("configMapRef", "name"))) {
          problems.add("no config map for envFrom " + from.fields());
        }
      }
      for (Manifest mount : container.parts("volumeMounts")) {
        if (volumes(workload).noneMatch(mount.text("name")::equals)) {
          problems.add("no volume " + mount.text("name"));
        }
      }
    }
    for (Manifest volume : workload.pod().parts("spec", "volumes")) {
      String map = volume.text("configMap", "name");
      if (!map.isEmpty() && !known.configMaps().contains(namespace + map)) {
        problems.add("no config map " + map + " for volume " + volume.text("name"));
      }
      String secret = volume.text("secret", "secretName");
      if (!secret.isEmpty() && !known.secrets().contains(namespace + secret)) {
        problems.add("no secret " + secret + " for volume " + volume.text("name"));
      }
    }
    String account = workload.pod().text("spec", "serviceAccountName");
    if (!account.isEmpty() && !known.accounts().contains(namespace + account)) {
      problems.add("no service account " + account);
    }
    return problems.stream().map(problem -> workload.id() + ": " + problem);
  }

  private static Stream<String> volumes(Manifest workload) {
    return Stream.concat(
        workload.pod().parts("spec", "volumes").stream().map(volume -> volume.text("name")),
        workload.parts("spec", "volumeClaimTemplates").stream().map(Manifest::name));
  }

  private static Stream<String> backends(Manifest ingress, Manifests manifests) {
    return ingress
        .everywhere()
        .map(part -> part.part("backend", "service"))
        .filter(backend -> !backend.fields().isEmpty())
        .flatMap(
            backend -> {
              if (!backend.text("name").equals("service-bff")) {
                return Stream.of(
                    ingress.id() + ": opens " + backend.text("name") + " to the world");
              }
              boolean port =
                  manifests
                      .of("Service")
                      .filter(service -> service.name().equals(backend.text("name")))
                      .flatMap(service -> service.parts("spec", "ports").stream())
                      .anyMatch(p -> p.text("name").equals(backend.text("port", "name")));
              return port
                  ? Stream.empty()
                  : Stream.of(ingress.id() + ": no such port of service-bff");
            });
  }

  private static Stream<String> store(Manifest secret, Manifests manifests) {
    String store = secret.text("spec", "secretStoreRef", "name");
    boolean found =
        store.isEmpty()
            ? secret.parts("spec", "dataFrom").stream()
                .map(from -> from.text("sourceRef", "generatorRef", "name"))
                .allMatch(name -> manifests.of("Password").anyMatch(p -> p.name().equals(name)))
            : manifests.of("SecretStore").anyMatch(s -> s.name().equals(store));
    return found ? Stream.empty() : Stream.of(secret.id() + ": no store or generator for it");
  }

  /** Whatever wants to be stored names a class that exists, or there is a default one. */
  private static Stream<String> claims(Manifests manifests) {
    Set<String> classes = new HashSet<>();
    manifests
        .of("StorageClass")
        .forEach(
            storage -> {
              classes.add(storage.name());
              if ("true"
                  .equals(
                      storage
                          .labels("metadata", "annotations")
                          .get("storageclass.kubernetes.io/is-default-class"))) {
                classes.add("");
              }
            });
    return Stream.concat(
        manifests
            .workloads()
            .flatMap(
                workload ->
                    workload.parts("spec", "volumeClaimTemplates").stream()
                        .map(claim -> claim.text("spec", "storageClassName"))
                        .filter(wanted -> !classes.contains(wanted))
                        .map(wanted -> workload.id() + ": no storage class " + wanted)),
        manifests
            .of("KafkaNodePool")
            .flatMap(
                pool ->
                    pool.parts("spec", "storage", "volumes").stream()
                        .map(volume -> volume.text("class"))
                        .filter(wanted -> !classes.contains(wanted))
                        .map(wanted -> pool.id() + ": no storage class " + wanted)));
  }

  /** What is read out of an entry of Secrets Manager is what Terraform puts there. */
  private static Stream<String> members(Manifest secret) {
    String terraform = Repository.read("terraform/modules/secrets/main.tf");
    return secret.parts("spec", "data").stream()
        .map(data -> data.part("remoteRef"))
        .filter(entry -> !isMade(entry, terraform))
        .map(
            entry ->
                "%s: terraform/modules/secrets puts no %s into %s"
                    .formatted(secret.id(), entry.text("property"), entry.text("key")));
  }

  private static boolean isMade(Manifest entry, String terraform) {
    String name = entry.text("key").replaceFirst(".*/", "");
    Matcher generated =
        Pattern.compile(
                "\"%s\"\\s*=>?\\s*\"([^\"]+)\""
                    .formatted(name.replaceFirst("^database-(?!admin).*", "database-[^\"]+")))
            .matcher(terraform);
    if (generated.find()) {
      return generated.group(1).equals(entry.text("property"));
    }
    String resource = '"' + name.replace("database-", "") + '"';
    Pattern member = Pattern.compile("(?<![\\w-])%s(?![\\w-])".formatted(entry.text("property")));
    return Stream.of(terraform.split("\n\n"))
        .anyMatch(block -> block.contains(resource) && member.matcher(block).find());
  }
}

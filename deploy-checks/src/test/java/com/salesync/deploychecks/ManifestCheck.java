package com.salesync.deploychecks;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What must hold for everything that an overlay renders to. Each has broken input in
 * broken-manifests.yaml.
 */
enum ManifestCheck {
  /** Known fields of the right type only, for the kinds that Kubernetes itself brings. */
  SCHEMA(CoreSchema::problems),
  /** Selectors of workloads, services, budgets, autoscalers and monitors find what they mean. */
  SELECTORS(Selectors::problems),
  /** What is referred to by name and key exists. */
  REFERENCES(References::problems),
  /** Each address in the configuration has its service and port. */
  ADDRESSES(Addresses::problems),
  /** Probes and scrapes ask for a path and port that the application serves. */
  PROBES(Probes::problems),
  /** The application finds every variable it needs and knows every one it is given. */
  ENVIRONMENT(Environment::problems),
  /** Pod Security "restricted", read-only root and no token of the cluster. */
  RESTRICTED(Restricted::problems),
  /** Images are ours or pinned; prd runs commits only. */
  IMAGES(Images::problems),
  /** Each of the seven services has all that it needs to be run well. */
  COMPLETENESS(Completeness::problems),
  /** Exactly the calls that the code makes get through. */
  NETWORK(Network::problems),
  /** Each schema is migrated by its owner before its service comes, and by nobody else. */
  MIGRATIONS(Migrations::problems),
  /** All connections that may be open at once are fewer than the database takes. */
  CONNECTIONS(Connections::problems);

  private final Function<Manifests, Stream<String>> problems;

  ManifestCheck(Function<Manifests, Stream<String>> problems) {
    this.problems = problems;
  }

  Stream<String> problems(Manifests manifests) {
    return problems.apply(manifests);
  }
}

package com.salesync.deploychecks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One object of a rendered overlay, or a part of one. */
record Manifest(Map<String, Object> fields) {

  String kind() {
    return text("kind");
  }

  String name() {
    return text("metadata", "name");
  }

  /** Cluster-wide objects have none: the empty text. */
  String namespace() {
    return text("metadata", "namespace");
  }

  String id() {
    return kind() + "/" + name();
  }

  @Nullable Object get(String... path) {
    Object at = fields;
    for (String step : path) {
      at = at instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return at;
  }

  /** The empty text where there is nothing. */
  String text(String... path) {
    return Objects.toString(get(path), "");
  }

  /** The empty object where there is nothing. */
  Manifest part(String... path) {
    return get(path) instanceof Map<?, ?> map ? of(map) : new Manifest(Map.of());
  }

  List<Manifest> parts(String... path) {
    return get(path) instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(item -> of((Map<?, ?>) item)).toList()
        : List.of();
  }

  List<String> texts(String... path) {
    return get(path) instanceof Collection<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  Map<String, String> labels(String... path) {
    Map<String, String> labels = new LinkedHashMap<>();
    part(path).fields().forEach((key, value) -> labels.put(key, String.valueOf(value)));
    return labels;
  }

  boolean isWorkload() {
    return List.of("Deployment", "StatefulSet", "DaemonSet", "Job").contains(kind());
  }

  /** One of our own seven, as against what they need around them. */
  boolean isService() {
    return kind().equals("Deployment") && name().startsWith("deploy-");
  }

  /** The job that migrates one service's schema. */
  boolean isMigration() {
    return kind().equals("Job") && name().startsWith("migrate-");
  }

  /** Argo CD makes what is in a lower wave first, and waits until it is there. */
  int wave() {
    return Integer.parseInt(
        labels("metadata", "annotations").getOrDefault("argocd.argoproj.io/sync-wave", "0"));
  }

  /** The pod template of a workload. */
  Manifest pod() {
    return part("spec", "template");
  }

  /** The names of all secrets a workload's pods are given, as variables or as files. */
  Stream<String> secrets() {
    return pod()
        .everywhere()
        .flatMap(
            part ->
                Stream.of(
                    part.text("secretKeyRef", "name"),
                    part.text("secretRef", "name"),
                    part.text("secret", "secretName"),
                    part.text("secret", "name")))
        .filter(name -> !name.isEmpty());
  }

  Map<String, String> podLabels() {
    return pod().labels("metadata", "labels");
  }

  List<Manifest> containers() {
    List<Manifest> all = new ArrayList<>(pod().parts("spec", "containers"));
    all.addAll(pod().parts("spec", "initContainers"));
    return all;
  }

  Manifest container() {
    return pod().parts("spec", "containers").getFirst();
  }

  /** Every map anywhere below this one, itself included. */
  Stream<Manifest> everywhere() {
    return descend(fields);
  }

  private static Stream<Manifest> descend(@Nullable Object at) {
    return switch (at) {
      case Map<?, ?> map ->
          Stream.concat(Stream.of(of(map)), map.values().stream().flatMap(Manifest::descend));
      case List<?> list -> list.stream().flatMap(Manifest::descend);
      case null, default -> Stream.empty();
    };
  }

  private static Manifest of(Map<?, ?> map) {
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((key, value) -> fields.put(String.valueOf(key), value));
    return new Manifest(fields);
  }
}

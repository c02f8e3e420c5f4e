package com.salesync.deploychecks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All objects that one Kustomize directory renders to. */
record Manifests(String source, List<Manifest> all) {

  static final List<String> OVERLAYS = List.of("k8s/overlays/dev", "k8s/overlays/prd");

  private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();

  /** Renders with kubectl's own Kustomize, or the program kustomize. */
  static Manifests render(String directory) {
    return RENDERED.computeIfAbsent(directory, Manifests::build);
  }

  private static Manifests build(String directory) {
    Tool tool = Tool.any("kubectl", "kustomize");
    String verb = tool.command().getFirst().endsWith("kubectl") ? "kustomize" : "build";
    Tool.Result result = tool.with(verb, directory).run();
    if (result.exit() != 0) {
      throw new IllegalStateException(directory + " does not render: " + result.out());
    }
    return parse(directory, result.out());
  }

  static Manifests parse(String source, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    List<Manifest> objects = new ArrayList<>();
    for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
      if (document instanceof Map<?, ?> map) {
        objects.add(new Manifest(Yamls.object(map)));
      }
    }
    return new Manifests(source, List.copyOf(objects));
  }

  Stream<Manifest> of(String... kinds) {
    return all.stream().filter(object -> List.of(kinds).contains(object.kind()));
  }

  Manifest named(String id) {
    return all.stream()
        .filter(object -> object.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(id + " in " + source));
  }

  Stream<Manifest> workloads() {
    return all.stream().filter(Manifest::isWorkload);
  }

  Stream<Manifest> services() {
    return all.stream().filter(Manifest::isService);
  }

  /** Writes the objects as one YAML file for a tool to read. */
  Path write() {
    try {
      Path file = Files.createTempFile("manifests", ".yaml");
      Files.writeString(file, new Yaml().dumpAll(all.stream().map(Manifest::fields).iterator()));
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package com.salesync.deploychecks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One deliberate mistake from broken-manifests.yaml.
 *
 * @param path steps to the value, list positions as numbers
 * @param value what is put there; absent: the value is removed
 * @param says part of the problem that the check must report
 */
record Broken(
    ManifestCheck check,
    String overlay,
    String object,
    List<String> path,
    @Nullable Object value,
    String says) {

  static Stream<Broken> all() {
    return Yamls.load("deploy-checks/src/test/resources/broken-manifests.yaml")
        .parts("broken")
        .stream()
        .map(
            entry ->
                new Broken(
                    ManifestCheck.valueOf(entry.text("check")),
                    "k8s/overlays/"
                        + (entry.text("overlay").isEmpty() ? "prd" : entry.text("overlay")),
                    entry.text("object"),
                    Arrays.asList(entry.text("path").split(" ")),
                    entry.get("value"),
                    entry.text("says")));
  }

  /** The rendered overlay with this mistake in it; the original stays as it is. */
  Manifests apply() {
    Manifests original = Manifests.render(overlay);
    Manifest target =
        original.all().stream()
            .filter(candidate -> candidate.id().matches(object))
            .findFirst()
            .orElseThrow(() -> new NoSuchElementException(object));
    List<Manifest> all = new ArrayList<>();
    original.all().forEach(each -> all.add(each == target ? mistake(each) : each));
    all.removeIf(each -> each.fields().isEmpty());
    return new Manifests(original.source(), all);
  }

  private Manifest mistake(Manifest original) {
    if (path.equals(List.of(""))) {
      return new Manifest(Map.of());
    }
    Map<String, Object> copy = Yamls.object(original.fields());
    Object at = copy;
    for (String step : path.subList(0, path.size() - 1)) {
      at = step(at, step);
    }
    set(at, path.getLast());
    return new Manifest(copy);
  }

  private Object step(Object at, String step) {
    Object next =
        at instanceof List<?> list
            ? list.get(Integer.parseInt(step))
            : at instanceof Map<?, ?> map ? map.get(step) : null;
    if (next == null) {
      throw new NoSuchElementException(object + " has no " + path);
    }
    return next;
  }

  @SuppressWarnings("unchecked")
  private void set(Object at, String step) {
    if (at instanceof List<?> list) {
      int position = Integer.parseInt(step);
      if (value == null) {
        list.remove(position);
      } else if (position == list.size()) {
        ((List<Object>) list).add(value);
      } else {
        ((List<Object>) list).set(position, value);
      }
    } else if (value == null) {
      if (((Map<String, Object>) at).remove(step) == null) {
        throw new NoSuchElementException(object + " has no " + path);
      }
    } else {
      ((Map<String, Object>) at).put(step, value);
    }
  }

  @Override
  public String toString() {
    return check + ": " + object + " " + String.join(".", path) + " = " + value;
  }
}

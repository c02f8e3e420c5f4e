package com.salesync.deploychecks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as plain maps and lists, duplicate keys refused. */
final class Yamls {

  private Yamls() {}

  static Manifest load(String relative) {
    return parse(Repository.read(relative));
  }

  static Manifest parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(200);
    return new Manifest(object((Map<?, ?>) new Yaml(new SafeConstructor(options)).load(text)));
  }

  /** A file's values by dotted key, however its keys are nested. */
  static Map<String, String> properties(String relative) {
    Map<String, String> flat = new LinkedHashMap<>();
    load(relative).fields().forEach((key, value) -> flatten(key, value, flat));
    return flat;
  }

  private static void flatten(String key, @Nullable Object value, Map<String, String> flat) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((inner, below) -> flatten(key + "." + inner, below, flat));
    } else {
      flat.put(key, String.valueOf(value));
    }
  }

  static Map<String, Object> object(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), copy(value)));
    return copy;
  }

  /** A deep copy whose maps and lists can be changed. */
  private static @Nullable Object copy(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> object(map);
      case List<?> list -> {
        List<@Nullable Object> items = new ArrayList<>();
        list.forEach(item -> items.add(copy(item)));
        yield items;
      }
      case null, default -> value;
    };
  }
}

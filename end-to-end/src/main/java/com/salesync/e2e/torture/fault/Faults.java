package com.salesync.e2e.torture.fault;

import com.salesync.e2e.wire.Behaviour;
import com.salesync.localstack.part.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All faults, by the names that {@code --faults} takes. */
public final class Faults {

  private static final Map<String, Fault> ALL = new LinkedHashMap<>();

  static {
    for (Part part : Part.values()) {
      ALL.put("kill-" + shortName(part), new Killing(part));
      ALL.put("freeze-" + shortName(part), new Freezing(part));
    }
    for (Behaviour behaviour : Behaviour.values()) {
      if (behaviour != Behaviour.PASSES) {
        ALL.put("clients-" + name(behaviour), new Misbehaving(behaviour));
      }
    }
  }

  private Faults() {}

  private static String shortName(Part part) {
    return part.label().replace("-service", "").replace("bff-", "");
  }

  private static String name(Behaviour behaviour) {
    return behaviour.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /**
   * The names that begin with one of these words, all without any.
   *
   * @throws IllegalArgumentException for a word with which none begins
   */
  public static List<String> named(List<String> words) {
    if (words.isEmpty()) {
      return names();
    }
    List<String> chosen = new ArrayList<>();
    for (String word : words) {
      List<String> found = names().stream().filter(name -> name.startsWith(word)).toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            "There is no fault '%s'; there are %s.".formatted(word, String.join(", ", names())));
      }
      chosen.addAll(found);
    }
    return chosen.stream().distinct().toList();
  }

  public static Fault of(String name) {
    Fault fault = ALL.get(name);
    if (fault == null) {
      throw new IllegalArgumentException(name);
    }
    return fault;
  }
}

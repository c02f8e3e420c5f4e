package com.salesync.e2e.torture.history;

import com.salesync.e2e.torture.plan.Kind;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for.
 *
 * @param shop its number
 * @param session of the shop; a new one after each log-in
 * @param key null without one
 * @param about what the checker has to know of it, such as {@code table}, {@code total} or {@code
 *     item}; lines of an order are by item id
 */
public record Asked(
    Kind kind,
    int shop,
    String session,
    String method,
    String path,
    @Nullable String key,
    Map<String, Object> about) {

  public Asked {
    about = Map.copyOf(about);
  }

  /** A number of {@link #about}. */
  public long number(String name) {
    return about.get(name) instanceof Number number ? number.longValue() : -1;
  }

  public String text(String name) {
    return about.get(name) instanceof String text ? text : "";
  }

  public boolean has(String name) {
    return about.containsKey(name);
  }

  /** What was ordered: pieces by item id; an item asked for twice counts with its sum. */
  @SuppressWarnings("unchecked")
  public Map<Long, Long> lines(String name) {
    return about.get(name) instanceof Map<?, ?> lines
        ? new TreeMap<>((Map<Long, Long>) lines)
        : Map.of();
  }
}

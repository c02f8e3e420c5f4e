package com.salesync.e2e.torture.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.random.RandomGenerator;

/** How often each kind is done, relative to the others. */
final class Weights {

  private final Map<Kind, Integer> weights = new EnumMap<>(Kind.class);
  private final int sum;

  private Weights(Properties file) {
    for (String name : file.stringPropertyNames()) {
      Kind kind = Kind.valueOf(name.toUpperCase(Locale.ROOT));
      weights.put(kind, Integer.parseInt(file.getProperty(name).strip()));
    }
    sum = weights.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Of the file beside this class. */
  static Weights committed() {
    Properties file = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Weights.class.getResourceAsStream("weights.properties"))) {
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Weights(file);
  }

  Kind draw(RandomGenerator random) {
    int left = random.nextInt(sum);
    for (Map.Entry<Kind, Integer> each : weights.entrySet()) {
      left -= each.getValue();
      if (left < 0) {
        return each.getKey();
      }
    }
    throw new IllegalStateException("unreachable");
  }
}

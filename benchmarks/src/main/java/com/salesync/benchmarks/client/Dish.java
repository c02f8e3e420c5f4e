package com.salesync.benchmarks.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** One line of the menu. */
public record Dish(String category, String name, long price, long cost) {

  /** Five categories of eight; one dessert costs more than it brings, for the reports to find. */
  public static List<Dish> menu() {
    try (InputStream file = Objects.requireNonNull(Dish.class.getResourceAsStream("menu.csv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines.lines().map(Dish::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Dish parse(String line) {
    String[] fields = line.split(",", -1);
    return new Dish(fields[0], fields[1], Long.parseLong(fields[2]), Long.parseLong(fields[3]));
  }
}

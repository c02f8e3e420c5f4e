package com.salesync.common.problem;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The contract's spelling of a Java property: {@code carts[0].itemId} is {@code carts[0].item_id}.
 */
final class SnakeCase {

  private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

  private SnakeCase() {}

  static String of(String property) {
    return HUMP.matcher(property).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
  }
}

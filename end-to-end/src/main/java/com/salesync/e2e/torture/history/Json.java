package com.salesync.e2e.torture.history;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of this run. */
final class Json {

  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static @Nullable JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException noJson) {
      return null;
    }
  }

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }
}

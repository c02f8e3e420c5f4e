package com.salesync.common.test.property;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What clients might send where a schema is described: a third is what it asks for, the others are
 * wrong in a place or in many, or broken as text or as bytes.
 */
final class AnyJson {

  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "false",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "{\"\":{}}",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"a\\udc00b\"",
          "\"\\u200b\"",
          "\"null\"",
          "-1",
          "0",
          "-0",
          "-0.0",
          "1.5",
          "20.0",
          "2e1",
          "\"1500\"",
          "\"1,500\"",
          "\" 7 \"",
          "\"0x1F\"",
          "1e400",
          "-1e400",
          "1e-400",
          "1e999999999",
          "1e-999999999",
          "\"1e999999999\"",
          "NaN",
          "-Infinity",
          "\"NaN\"",
          "\"Infinity\"",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "999999999999999999999999999999999",
          "31556889864403199",
          "-31557014167219201",
          "1234567890.123456789",
          "\"2026-02-30\"",
          "\"2026-13-01\"",
          "\"+12345-02-01\"",
          "\"-0001-01-01\"",
          "\"+999999999-12-31\"",
          "\"2026-03-01T24:00:00Z\"",
          "\"-1000000000-01-01T00:00:00Z\"",
          "\"+1000000000-12-31T23:59:59Z\"",
          "[2026,13,1]",
          "[2026,2,30]",
          "[2026,3]",
          "[999999999999,1,1]",
          "\"2026-03-01\"",
          "\"2026-03-01T03:00:00.123456789+18:00\"",
          "'a'",
          "01",
          ".5",
          "+1",
          "undefined",
          "/**/1",
          "\"\\x\"",
          "\"\n\"");

  private static final List<Charset> ENCODINGS =
      List.of(
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("UTF-32"),
          Charset.forName("UTF-32LE"),
          StandardCharsets.ISO_8859_1,
          Charset.forName("EUC-KR"));

  private final JsonNode document;
  private final Map<String, String> samples;
  private final Collection<Long> ids;

  /**
   * @param document to which schemas refer
   * @param samples by field, a text that would be taken where a schema does not say which
   * @param ids that there are, as far as is known
   */
  AnyJson(JsonNode document, Map<String, String> samples, Collection<Long> ids) {
    this.document = document;
    this.samples = samples;
    this.ids = ids;
  }

  byte[] body(Any any, JsonNode schema) {
    String text = value(any, schema, "", any.of(0, 3, 25));
    return any.chance(15) ? damaged(any, text) : text.getBytes(StandardCharsets.UTF_8);
  }

  /** A parameter's text. */
  String parameter(Any any, String name, JsonNode schema) {
    String text = value(any, schema, name, any.of(0, 0, 50));
    return any.chance(5) ? any.characters(50) : text.replaceAll("^\"|\"$", "");
  }

  private String value(Any any, JsonNode described, String field, int oddPercent) {
    String valid = valid(any, resolved(described), field, oddPercent);
    return any.chance(oddPercent) ? odd(any, valid) : valid;
  }

  private JsonNode resolved(JsonNode schema) {
    JsonNode reference = schema.path("$ref");
    return reference.isMissingNode()
        ? schema
        : document.at(reference.asString().replaceFirst("^#", ""));
  }

  private String valid(Any any, JsonNode schema, String field, int oddPercent) {
    JsonNode type = schema.path("type");
    return switch ((type.isArray() ? type.path(0) : type).asString("object")) {
      case "integer" -> isId(field) && any.chance(60) ? id(any) : integer(any, schema);
      case "string" -> quoted(string(any, schema, field));
      case "boolean" -> any.of("true", "false");
      case "array" ->
          any
              .list(
                  schema.path("minItems").asInt(0),
                  any.chance(3) ? schema.path("maxItems").asInt(1000) : 2,
                  each -> value(each, schema.path("items"), field, oddPercent))
              .stream()
              .collect(Collectors.joining(",", "[", "]"));
      default -> object(any, schema, oddPercent);
    };
  }

  private static boolean isId(String field) {
    return field.endsWith("id") || field.endsWith("Id");
  }

  private String id(Any any) {
    return Long.toString(ids.isEmpty() ? any.number(1L, 9L) : any.of(List.copyOf(ids)));
  }

  private static String integer(Any any, JsonNode schema) {
    long least = schema.path("minimum").asLong(schema.path("exclusiveMinimum").asLong(0) + 1);
    long number = any.number(least, Math.max(least, schema.path("maximum").asLong(1_000_000)));
    return switch (any.number(0, 9)) {
      case 0 -> "\"" + number + "\"";
      case 1 -> number + ".0";
      default -> Long.toString(number);
    };
  }

  private String string(Any any, JsonNode schema, String field) {
    if (samples.containsKey(field)) {
      return samples.get(field);
    }
    return switch (schema.path("format").asString("")) {
      case "date" -> LocalDate.of(2026, 1, 1).plusDays(any.number(0, 400)).toString();
      case "date-time" -> Instant.ofEpochSecond(any.number(0, 4_000_000_000L)).toString();
      default -> any.of("피자", "Café", "a", " b ", "🧀", "<b>", any.characters(12));
    };
  }

  private String object(Any any, JsonNode schema, int oddPercent) {
    List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    List<String> fields = new ArrayList<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              boolean present =
                  required.contains(field.getKey()) ? !any.chance(oddPercent) : any.chance(40);
              if (present) {
                String value = value(any, field.getValue(), field.getKey(), oddPercent);
                fields.add(quoted(field.getKey()) + ":" + value);
              }
            });
    if (any.chance(oddPercent)) {
      fields.add(any.of(quoted(any.characters(9)), "\"a\"", "a", "1") + ":" + any.of(ODD));
    }
    if (any.chance(oddPercent) && !fields.isEmpty()) {
      fields.add(any.of(fields));
    }
    return fields.stream().collect(Collectors.joining(",", "{", "}"));
  }

  private static String odd(Any any, String valid) {
    return switch (any.number(0, 19)) {
      case 0 -> "[" + valid + "]";
      case 1 -> "{\"a\":" + valid + "}";
      case 2 -> "9".repeat(any.number(1, 1200));
      case 3 -> quoted("가".repeat(any.number(1, 1200)));
      case 4 -> nested(any.number(1, 1200), any.of("[", "{\"a\":"));
      case 5 -> quoted(any.characters(20));
      case 6 -> quoted(valid);
      default -> any.of(ODD);
    };
  }

  private static String nested(int depth, String opening) {
    return opening.repeat(depth) + "1" + (opening.equals("[") ? "]" : "}").repeat(depth);
  }

  private static byte[] damaged(Any any, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int at = any.number(0, bytes.length - 1);
    return switch (any.number(0, 6)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> {
        bytes[at] = (byte) any.number(0, 255);
        yield bytes;
      }
      case 2 -> text.getBytes(any.of(ENCODINGS));
      case 3 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
      case 4 -> (text + any.of("}", "]", ",", "\u0000", text)).getBytes(StandardCharsets.UTF_8);
      case 5 -> any.characters(20).getBytes(StandardCharsets.UTF_8);
      default -> any.of(ODD).getBytes(StandardCharsets.UTF_8);
    };
  }

  /** What is no text in any encoding is escaped. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character < ' ' || Character.isSurrogate(character)) {
        quoted.append("\\u%04x".formatted((int) character));
      } else if (character == '"' || character == '\\') {
        quoted.append('\\').append(character);
      } else {
        quoted.append(character);
      }
    }
    return quoted.append('"').toString();
  }
}

package com.salesync.common.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads integers as the published client sends them: {@code 20}, {@code 20.0} and {@code "20"} are
 * 20, {@code "4,500"} is 4500; a separator in another place, a fraction, a blank, a boolean or
 * anything out of range is invalid.
 */
public final class WholeNumbers extends SimpleModule {

  private static final int LONGEST = 32;
  private static final Pattern SEPARATED =
      Pattern.compile("[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.0*)?");

  public WholeNumbers() {
    addDeserializer(Long.class, new LongReader());
    addDeserializer(long.class, new LongReader());
    addDeserializer(Integer.class, new IntegerReader());
    addDeserializer(int.class, new IntegerReader());
  }

  private static BigDecimal number(
      JsonParser parser, DeserializationContext context, Class<?> target) {
    JsonToken token = parser.currentToken();
    String text = parser.getString();
    boolean readable =
        token == JsonToken.VALUE_NUMBER_INT
            || token == JsonToken.VALUE_NUMBER_FLOAT
            || token == JsonToken.VALUE_STRING;
    if (readable && text != null && text.length() <= LONGEST) {
      try {
        return new BigDecimal(withoutSeparators(text.strip()));
      } catch (NumberFormatException notANumber) {
        throw context.weirdStringException(text, target, "not a whole number");
      }
    }
    throw context.weirdStringException("", target, "not a whole number");
  }

  private static String withoutSeparators(String number) {
    return SEPARATED.matcher(number).matches() ? number.replace(",", "") : number;
  }

  private static final class LongReader extends StdDeserializer<Long> {

    LongReader() {
      super(Long.class);
    }

    @Override
    public Long deserialize(JsonParser parser, DeserializationContext context) {
      try {
        return number(parser, context, Long.class).longValueExact();
      } catch (ArithmeticException notWhole) {
        throw context.weirdStringException("", Long.class, "not a whole number");
      }
    }
  }

  private static final class IntegerReader extends StdDeserializer<Integer> {

    IntegerReader() {
      super(Integer.class);
    }

    @Override
    public Integer deserialize(JsonParser parser, DeserializationContext context) {
      try {
        return number(parser, context, Integer.class).intValueExact();
      } catch (ArithmeticException notWhole) {
        throw context.weirdStringException("", Integer.class, "not a whole number");
      }
    }
  }
}

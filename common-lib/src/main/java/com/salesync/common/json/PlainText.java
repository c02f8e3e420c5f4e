package com.salesync.common.json;

import com.salesync.common.text.TypedText;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads text as text only, without U+0000, which PostgreSQL cannot store, and without halves of
 * surrogate pairs, which no encoding can.
 */
public final class PlainText extends SimpleModule {

  public PlainText() {
    addDeserializer(String.class, new Reader());
  }

  private static final class Reader extends StdDeserializer<String> {

    Reader() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw context.weirdStringException("", String.class, "not text");
      }
      String text = parser.getString();
      if (text.indexOf('\0') >= 0) {
        throw context.weirdStringException("", String.class, "contains U+0000");
      }
      if (TypedText.isBroken(text)) {
        throw context.weirdStringException("", String.class, "contains half a character");
      }
      return text;
    }
  }
}

package com.salesync.common.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class JsonReadingTest {

  private final JsonMapper json =
      JsonMapper.builder().addModules(new WholeNumbers(), new PlainText()).build();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "20, 20",
        "20.0, 20",
        "2e1, 20",
        "-0, 0",
        "'\"1500\"', 1500",
        "'\" 7 \"', 7",
        "'\"20.00\"', 20",
        "'\"4,500\"', 4500",
        "'\" 1,234,500.0 \"', 1234500",
        "9223372036854775807, 9223372036854775807",
        "-5, -5"
      })
  void readsWholeNumbersInEverySpelling(String written, long read) {
    assertThat(json.readValue(written, Long.class)).isEqualTo(read);
    assertThat(json.readValue(written, long.class)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20.6",
        "\"20.6\"",
        "\"\"",
        "\" \"",
        "\"abc\"",
        "\"1,50\"",
        "\"1500,000\"",
        "\",500\"",
        "\"4,500,\"",
        "\"4,,500\"",
        "\"4,500.5\"",
        "\"1e3,000\"",
        "\"0x10\"",
        "true",
        "{}",
        "[]",
        "[1]",
        "1e30",
        "1e999999999",
        "\"1e999999999\"",
        "9223372036854775808",
        "\"NaN\"",
        "\"١x\""
      })
  void refusesWhatIsNoWholeNumber(String written) {
    assertThatThrownBy(() -> json.readValue(written, Long.class))
        .isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> json.readValue(written, Integer.class))
        .isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "-2147483649"})
  void refusesWhatAnIntegerCannotHold(String written) {
    assertThatThrownBy(() -> json.readValue(written, Integer.class))
        .isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1.5",
        "true",
        "{}",
        "[]",
        "[\"a\"]",
        "\"a\\u0000b\"",
        "\"a\\ud800b\"",
        "\"\\udc00\""
      })
  void refusesWhatIsNoText(String written) {
    assertThatThrownBy(() -> json.readValue(written, String.class))
        .isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "피자", " 🧀 ", "<b>"})
  void readsTextAsItIs(String text) {
    assertThat(json.readValue(json.writeValueAsString(text), String.class)).isEqualTo(text);
  }
}

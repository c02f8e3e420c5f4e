package com.salesync.common.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

class ConsumerContractsTest {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{a: 1}                      | {a: 2, more: 'x'}",
        "{a: [{b: 'x'}]}             | {a: [{b: 'y'}, {b: 'z', c: 1}]}",
        "{a: '2026-11-22'}           | {a: '2027-01-01'}",
        "{a: '2026-11-22T01:00:00Z'} | {a: '2027-01-01T02:30:00.123Z'}",
        "{a: 'ORDER_NOT_FOUND'}      | {a: 'ORDER_NOT_FOUND'}",
        "{a: '=not completed'}       | {a: 'not completed'}",
        "{a: null}                   | {a: null}",
        "{a: null}                   | {}",
        "{}                          | {a: 1}"
      })
  void acceptsWhatTheConsumerCanRead(String example, String answer) {
    assertThatCode(() -> compare(example, answer)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{a: 1}                      | {A: 1}                     | answer.a",
        "{a: 1}                      | {a: null}                  | answer.a",
        "{a: 1}                      | {a: '1'}                   | answer.a",
        "{a: 1}                      | {a: 1.5}                   | answer.a",
        "{a: [{b: 'x'}]}             | {a: [{b: 'x'}, {c: 'x'}]}  | answer.a[].b",
        "{a: [{b: 'x'}]}             | {a: []}                    | answer.a",
        "{a: '2026-11-22'}           | {a: '22.11.2026'}          | answer.a",
        "{a: '2026-11-22T01:00:00Z'} | {a: '2026-11-22'}          | answer.a",
        "{a: 'ORDER_NOT_FOUND'}      | {a: 'NOT_FOUND'}           | answer.a",
        "{a: '=not completed'}       | {a: 'pending'}             | answer.a",
        "{a: '=not completed'}       | {}                         | answer.a",
        "{a: null}                   | {a: 'more'}                | answer.a"
      })
  void namesTheFieldThatTheConsumerCannotRead(String example, String answer, String field) {
    assertThatThrownBy(() -> compare(example, answer))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("[" + field + "]");
  }

  private static void compare(String example, String answer) {
    ConsumerContracts.assertKeeps(JSON.readTree(example), JSON.readTree(answer), "answer");
  }
}

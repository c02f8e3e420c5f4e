package com.salesync.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {

  private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "김치찌개",
        "Café au lait",
        "\u1100\u1161\u11A8",
        "치즈 🧀 <b>&'\"; drop table items --",
        "\u2615\uFE0F 커피",
        "\uD83D\uDC68\u200D\uD83C\uDF73 셰프",
        "\uD83D\uDC68\uD83C\uDFFD\u200D\uD83C\uDF73",
        "1\uFE0F\u20E3",
        "🇰🇷",
        "C\u0327",
        "한\u3000그릇",
        "ひらがな 漢字",
        "№1 (50%)"
      })
  void acceptsWhatCanBeSeen(String typed) {
    assertThat(TypedText.fault(typed, 40, false)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u3000", "\u00A0 \u2003"})
  void asksForWhatIsBlank(String typed) {
    assertThat(TypedText.fault(typed, 10, false)).isEqualTo("required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200B",
        "\u3164",
        "\u2800",
        "a\u200Bb",
        "pizza\u3164",
        "a\u2800b",
        "\uFEFFa",
        "a\u00ADb",
        "\u202Eabc",
        "a\u2066b",
        "a\u200Db",
        "a\uFE0F",
        "\uFE0F",
        "\u2615\u200D",
        "\uE000",
        "a\uDB40\uDC41",
        "a\uDBFF\uDFFD",
        "a\uD800b",
        "\uDC00",
        "a\uFFFDb",
        "a\uFFFE",
        "\u0378",
        "\u0301",
        "a\nb",
        "a\u2028b",
        "a\tb",
        "a\u0007b",
        "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030B"
      })
  void refusesWhatCannotBeSeen(String typed) {
    assertThat(TypedText.fault(typed, 40, false)).isEqualTo("characters");
  }

  @Test
  void acceptsLinesWhereTheyAreMeant() {
    assertThat(TypedText.fault("서울시\r\n\t중구", 40, true)).isNull();
    assertThat(TypedText.fault("a\u2028b", 40, true)).isEqualTo("characters");
  }

  @Test
  void countsWhatAPersonSees() {
    assertThat(TypedText.length("가나")).isEqualTo(2);
    assertThat(TypedText.length(FAMILY + "🇰🇷")).isEqualTo(2);
    assertThat(TypedText.fault(FAMILY.repeat(10), 10, false)).isNull();
    assertThat(TypedText.fault(FAMILY.repeat(11), 10, false)).isEqualTo("too_long");
    assertThat(TypedText.fault("\u1100\u1161".repeat(10), 10, false)).isNull();
    assertThat(TypedText.fault("가".repeat(11), 10, false)).isEqualTo("too_long");
    assertThat(TypedText.fault("a\u0301".repeat(1) + "\u0301".repeat(900), 10, false))
        .isEqualTo("too_long");
  }

  @Test
  void keepsTextComposedAndWithPlainSpaces() {
    assertThat(TypedText.kept("\u1111\u1175\u110c\u1161")).isEqualTo("피자");
    assertThat(TypedText.kept(" \u3000치즈  피자\t")).isEqualTo("치즈  피자");
    assertThat(TypedText.keptOrNull(null)).isNull();
    assertThat(TypedText.kept(" \u1112\u1161\u11AB\u3000그릇\u00A0")).isEqualTo("한 그릇");
  }
}

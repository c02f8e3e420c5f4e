package com.salesync.item.menu.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTextTest {

  @Test
  void makesDecomposedHangulTheSameAsComposed() {
    assertThat(TypedText.normalize("\u1111\u1175\u110c\u1161")).isEqualTo("피자");
  }

  @Test
  void dropsSurroundingWhiteSpaceOnly() {
    assertThat(TypedText.normalize(" \u3000치즈 피자\t")).isEqualTo("치즈 피자");
  }

  @Test
  void keepsWhatIsNotThere() {
    assertThat(TypedText.normalize(null)).isNull();
  }
}

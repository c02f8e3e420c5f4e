package com.salesync.store.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "피자나라",
        "Pizza_Nara-1@example.com",
        "x y",
        "пицца",
        "피자pizza比萨",
        "ピザpizza屋さん",
        "🍕-1"
      })
  void acceptsVisibleCharacters(String text) {
    assertThat(Username.of(text).value()).isEqualTo(text);
  }

  @Test
  void leavesOutBlanksAround() {
    assertThat(Username.of(" pizza\t").value()).isEqualTo("pizza");
  }

  @Test
  void takesLetterCaseAndWidthForTheSame() {
    assertThat(Username.of("ＰＩＺＺＡ").key())
        .isEqualTo(Username.of("pizza").key())
        .isEqualTo(Username.of("Pizza").key());
  }

  @Test
  void takesComposedAndDecomposedHangulForTheSame() {
    assertThat(Username.of("\u1111\u1175\u110c\u1161").key()).isEqualTo(Username.of("피자").key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a\nb",
        "a\u200bb",
        "\u202eabc",
        "a\u0000",
        "\u3164",
        "\u2800",
        "a\ud800b",
        "\u2615\ufe0f",
        "a\u115fb"
      })
  void refusesNothingnessAndTheInvisible(String text) {
    assertThatThrownBy(() -> Username.of(text)).isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"p\u0430ypal", "pizza\u03bf", "\u0440\u0456zz\u0430", "피자\u0430", "\uff50\u0430"})
  void refusesScriptsThatLookAlike(String text) {
    assertThatThrownBy(() -> Username.of(text))
        .isInstanceOfSatisfying(
            Problem.class,
            refused ->
                assertThat(refused.errors())
                    .containsExactly(new Problem.FieldError("username", "mixed_scripts")));
  }

  @Test
  void findsAStoreByWhateverIsTypedAtLogin() {
    assertThat(Username.keyOf(" Ｐizza\t")).isEqualTo(Username.of("pizza").key());
    assertThat(Username.keyOf("a".repeat(51))).isEqualTo("a".repeat(51));
    assertThat(Username.keyOf("")).isEmpty();
  }

  @Test
  void hasAtMostFiftyCharacters() {
    assertThat(Username.of("a".repeat(50)).value()).hasSize(50);
    assertThat(Username.of("🍕".repeat(50)).value()).hasSize(100);
    assertThatThrownBy(() -> Username.of("a".repeat(51))).isInstanceOf(Problem.class);
  }
}

package com.salesync.store.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.salesync.common.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  @ParameterizedTest
  @ValueSource(strings = {"eight888", "한글 비밀번호입니다", "🍕🍔🌭🍟🥨🥞🧇🥓", " lots of  space "})
  void acceptsWhatIsLongAndRareEnough(String password) {
    assertThatCode(() -> PasswordPolicy.check(password, "pizza")).doesNotThrowAnyException();
  }

  @Test
  void countsCharactersNotBytes() {
    assertThatCode(() -> PasswordPolicy.check("🍕🍔".repeat(64), "pizza"))
        .doesNotThrowAnyException();
    assertThat(reason("🍕".repeat(129), "pizza")).isEqualTo("password_length");
    assertThat(reason("🍕".repeat(7), "pizza")).isEqualTo("password_length");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"password", "PassWord1", "qwer1234", "12345678", "1q2w3e4r!", "saranghae"})
  void refusesWhatAttackersTryFirst(String password) {
    assertThat(reason(password, "pizza")).isEqualTo("password_common");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaa",
        "🍕🍕🍕🍕🍕🍕🍕🍕",
        "AbCdEfGh",
        "98765432",
        "ㄱㄱㄱㄱㄱㄱㄱㄱㄱ",
        "ｐａｓｓｗｏｒｄ",
        "９９９９９９９９９"
      })
  void refusesRunsAndRepeatsHoweverTheyAreWritten(String password) {
    assertThat(reason(password, "pizza")).isEqualTo("password_common");
  }

  @Test
  void countsComposedHangul() {
    assertThat(reason("\u1112\u1161\u11ab".repeat(3), "pizza")).isEqualTo("password_length");
  }

  @Test
  void refusesTheUsername() {
    assertThat(reason("Pizza-Nara", "pizza-nara")).isEqualTo("password_common");
  }

  @Test
  void refusesNothingButBlanks() {
    assertThat(reason(" ".repeat(8), "pizza")).isEqualTo("required");
  }

  @Test
  void knowsTheThreeThousandCommonestPasswordsThatAreLongEnough() throws IOException {
    try (InputStream list =
        Objects.requireNonNull(getClass().getResourceAsStream("/common-passwords.txt"))) {
      List<String> passwords =
          new String(list.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("##"))
              .toList();
      assertThat(passwords).hasSizeGreaterThan(3000).doesNotHaveDuplicates();
      assertThat(passwords)
          .allSatisfy(p -> assertThat(p).hasSizeBetween(8, 128).isEqualTo(p.toLowerCase()));
    }
  }

  private String reason(String password, String username) {
    Problem refused =
        catchThrowableOfType(Problem.class, () -> PasswordPolicy.check(password, username));
    assertThat(refused.errors()).singleElement().extracting("field").isEqualTo("password");
    return refused.errors().getFirst().message();
  }
}

package com.salesync.store.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.salesync.common.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

  @ParameterizedTest
  @CsvSource({
    "010-1234-5678,+821012345678",
    " 010 1234 5678 ,+821012345678",
    "+82 10 1234 5678,+821012345678",
    "+821012345678,+821012345678",
    "(02) 123-4567,+8221234567",
    "010.1234.5678,+821012345678",
    "０１０ー１２３４ー５６７８,+821012345678",
    "010–1234–5678,+821012345678",
    "+1 650-253-0000,+16502530000"
  })
  void isKeptInE164HoweverItIsWritten(String typed, String kept) {
    assertThat(Phone.of(typed).e164()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "전화번호",
        "010-1234",
        "1-800-FLOWERS",
        "010-CALL-5678",
        "+999123456789",
        "--",
        "+",
        "*#06#"
      })
  void isRefusedWhereNoSuchNumberCanExist(String typed) {
    Problem refused = catchThrowableOfType(Problem.class, () -> Phone.of(typed));
    assertThat(refused.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(refused.errors()).containsExactly(new Problem.FieldError("phone", "phone"));
  }

  @Test
  void isNoEndlessText() {
    assertThat(catchThrowableOfType(Problem.class, () -> Phone.of("0".repeat(41)))).isNotNull();
  }
}

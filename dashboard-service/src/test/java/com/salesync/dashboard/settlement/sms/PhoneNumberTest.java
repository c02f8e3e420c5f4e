package com.salesync.dashboard.settlement.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "010-1234-5678,+821012345678",
    "01012345678,+821012345678",
    "+821012345678,+821012345678",
    "+82 10-1234-5678,+821012345678",
    "+82 (0)10 1234 5678,+821012345678",
    "02-123-4567,+8221234567",
    "031.123.4567,+82311234567",
    "+14155550123,+14155550123"
  })
  void readsNumbersAsTheyAreWritten(String written, String e164) {
    assertThat(PhoneNumber.read(written)).map(PhoneNumber::e164).contains(e164);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "010-1234-56a8", "+", "+0101234567", "+8210123456789012"})
  void refusesWhatCannotBeE164(String written) {
    assertThat(PhoneNumber.read(written)).isEmpty();
  }

  @Test
  void showsOnlyCountryAndLastDigits() {
    PhoneNumber number = new PhoneNumber("+821012345678");
    assertThat(number.masked()).isEqualTo("+82******5678");
    assertThat(number).hasToString(number.masked());
  }

  @Test
  void allowsOnlyListedNumbersInTheSandbox() {
    PhoneNumber number = new PhoneNumber("+821012345678");
    assertThat(allowing().allows(number)).isFalse();
    assertThat(allowing("010-9999-9999").allows(number)).isFalse();
    assertThat(allowing("010-9999-9999", "010-1234-5678").allows(number)).isTrue();
    assertThat(allowing("*").allows(number)).isTrue();
  }

  private static SmsProperties allowing(String... numbers) {
    return new SmsProperties(
        "ap-northeast-1",
        null,
        List.of(numbers),
        20,
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofMinutes(2),
        Duration.ofHours(6),
        Duration.ofSeconds(30));
  }
}

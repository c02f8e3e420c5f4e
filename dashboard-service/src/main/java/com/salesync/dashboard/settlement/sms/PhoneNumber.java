package com.salesync.dashboard.settlement.sms;

import java.util.Optional;
import java.util.regex.Pattern;

/** A number that an SMS can be sent to, in E.164. */
public record PhoneNumber(String e164) {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");
  private static final Pattern KOREAN = Pattern.compile("0[1-9][0-9]{7,9}");

  public PhoneNumber {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException("Not an E.164 number");
    }
  }

  /**
   * Reads a number as Koreans write it ({@code 010-1234-5678}, {@code 01012345678}, {@code +82
   * 10...}); a number without a country is Korean. Empty if it cannot be E.164.
   */
  public static Optional<PhoneNumber> read(String written) {
    String digits = written.replaceAll("[\\s().-]", "");
    String e164 = KOREAN.matcher(digits).matches() ? "+82" + digits.substring(1) : digits;
    e164 = e164.replaceFirst("^\\+820", "+82");
    return E164.matcher(e164).matches() ? Optional.of(new PhoneNumber(e164)) : Optional.empty();
  }

  /** All but the country and the last four digits hidden: {@code +82******5678}. */
  public String masked() {
    int hidden = e164.length() - 7;
    return e164.substring(0, 3) + "*".repeat(hidden) + e164.substring(e164.length() - 4);
  }

  @Override
  public String toString() {
    return masked();
  }
}

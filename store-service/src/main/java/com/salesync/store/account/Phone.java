package com.salesync.store.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.salesync.common.problem.Problem;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** A telephone number in E.164. Without a country code it is read as Koreans write it. */
record Phone(String e164) {

  private static final String HOME_REGION = "KR";
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  /** No letters, which the library would read as the digits of a vanity number. */
  private static final Pattern WRITTEN = Pattern.compile("[0-9+()./ \\-\\p{Pd}\u30FC]{1,40}");

  /**
   * Reads a number as typed.
   *
   * @throws Problem 400 naming {@code phone} if no such number can exist
   */
  static Phone of(String text) {
    String written = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    if (!WRITTEN.matcher(written).matches()) {
      throw refused();
    }
    try {
      PhoneNumber number = NUMBERS.parse(written, HOME_REGION);
      if (!NUMBERS.isValidNumber(number)) {
        throw refused();
      }
      return new Phone(NUMBERS.format(number, PhoneNumberFormat.E164));
    } catch (NumberParseException unreadable) {
      throw refused();
    }
  }

  private static Problem refused() {
    return Problem.badRequest("VALIDATION_FAILED").field("phone", "phone");
  }
}

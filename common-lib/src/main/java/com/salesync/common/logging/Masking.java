package com.salesync.common.logging;

import java.util.regex.Pattern;

/**
 * Blackens phone numbers, tokens, keys, passwords and their hashes in a text. It knows them by
 * their form, so that a trace id, an amount or a time stays what it is.
 */
final class Masking {

  /** The value after a telling name: as JSON, also within a JSON text, as a header or a query. */
  private static final String NAMED =
      "((?i:password|passwd|secret|api[-_]?key|(?:access|csrf|refresh)[-_]?token)"
          + "\\\\?[\"']?\\s?[:=]\\s?\\\\?[\"']?|\\b[Bb]earer (?=[\\w.~+/=-]{10}))"
          + "[^\\s\"'\\\\,;&}]+";

  /** Also the beginning of one, as a log statement that truncates leaves it. */
  private static final String JWT = "\\beyJ[\\w-]{10,}(?:\\.[\\w-]*){0,2}";

  private static final String KEY = "\\b(?:sk-[\\w-]{8,}|AKIA[0-9A-Z]{16})";
  private static final String HASH = "\\$argon2\\w*\\$[^\\s\"\\\\]+";

  /** With country code or trunk zero, in one piece or parted; never a part of a longer word. */
  private static final String PHONE =
      "(?<![\\w.+-])(?:\\+\\d{1,3}[- ]?\\d{1,3}|0\\d{1,2})[- ]?\\d{3,4}[- ]?\\d{4}(?!\\w)";

  private static final Pattern CONFIDENTIAL =
      Pattern.compile(String.join("|", NAMED, JWT, KEY, HASH, PHONE));

  private Masking() {}

  static String mask(String text) {
    return CONFIDENTIAL.matcher(text).replaceAll("$1***");
  }
}

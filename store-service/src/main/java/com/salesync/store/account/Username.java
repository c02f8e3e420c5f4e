package com.salesync.store.account;

import com.salesync.common.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** A login name: 1 to 50 visible characters, kept as typed. */
public record Username(String value) {

  private static final int LONGEST = 50;
  private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");

  /**
   * Reads what a client sent.
   *
   * @throws Problem 400 naming {@code username}
   */
  public static Username of(String text) {
    String value = text.strip();
    if (value.isEmpty()) {
      throw refused("required");
    }
    if (value.length() > LONGEST) {
      throw refused("too_long");
    }
    if (INVISIBLE.matcher(value).find()) {
      throw refused("characters");
    }
    return new Username(value);
  }

  /**
   * The key that a login name typed by anybody would have, whether or not it can be one: login
   * tells nobody what is wrong with a name.
   */
  public static String keyOf(String text) {
    return new Username(text.strip()).key();
  }

  /** What makes two usernames the same: letter case and full-width forms do not tell them apart. */
  public String key() {
    return Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /**
   * What an erased store keeps of a key, so that nobody else ever gets its name. No key is as long.
   */
  public static String reservedKey(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return "erased:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Problem refused(String reason) {
    return Problem.badRequest("VALIDATION_FAILED").field("username", reason);
  }
}

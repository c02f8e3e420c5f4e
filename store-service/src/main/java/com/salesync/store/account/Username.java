package com.salesync.store.account;

import com.salesync.common.problem.Problem;
import com.salesync.common.text.TypedText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** A login name: 1 to 50 visible characters of scripts that are written together. */
public record Username(String value) {

  private static final int LONGEST = 50;

  /** In a text they belong to an emoji; here they would tell two names apart that look alike. */
  private static final Pattern EMOJI_PARTS = Pattern.compile("[\\u200D\\uFE0F]");

  /**
   * Reads what a client sent.
   *
   * @throws Problem 400 naming {@code username}
   */
  public static Username of(String text) {
    String fault = TypedText.fault(text, LONGEST, false);
    if (fault != null) {
      throw refused(fault);
    }
    String value = TypedText.kept(text);
    if (EMOJI_PARTS.matcher(value).find()) {
      throw refused("characters");
    }
    if (!Scripts.areWrittenTogether(compatible(value))) {
      throw refused("mixed_scripts");
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
    return compatible(value).toLowerCase(Locale.ROOT);
  }

  private static String compatible(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
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

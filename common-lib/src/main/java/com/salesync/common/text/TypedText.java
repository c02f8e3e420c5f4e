package com.salesync.common.text;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as a person types it and as it is kept: composed (macOS sends Hangul decomposed), without
 * surrounding white space, and only of characters that can be seen, so that two texts that look
 * alike are one.
 */
public final class TypedText {

  /** What one visible character may consist of: more than any flag or family of emoji needs. */
  private static final int LONGEST_CLUSTER = 10;

  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int EMOJI_STYLE = 0xFE0F;
  private static final int KEYCAP = 0x20E3;

  private static final Pattern CLUSTER = Pattern.compile("\\X");
  private static final Pattern SPACES = Pattern.compile("\\p{Zs}");

  /**
   * Controls, formats, surrogates and private-use characters, line and paragraph separators; what
   * else Unicode tells to leave out where it cannot be shown; what has a shape without ink; what
   * stands for something that could not be read.
   */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}"
              + "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2065\\u3164\\uFE00-\\uFE0F"
              + "\\uFFA0\\uFFF0-\\uFFF8\\x{1D159}\\x{13441}\\x{13442}\\x{16FE4}\\x{E0000}-\\x{E0FFF}"
              + "\\u2800\\uFFFC\\uFFFD]");

  private static final Pattern LINE_FORMAT = Pattern.compile("[\\r\\n\\t]");
  private static final Pattern BASE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");

  private TypedText() {}

  /** As it is kept: composed, its spaces plain ones, none around it. */
  public static String kept(String typed) {
    return SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  /** As {@link #kept}; null stays null. */
  public static @Nullable String keptOrNull(@Nullable String typed) {
    return typed == null ? null : kept(typed);
  }

  /** How many characters a person sees: an emoji is one, whatever it is made of. */
  public static int length(String text) {
    return (int) CLUSTER.matcher(text).results().count();
  }

  /** Whether half of a surrogate pair stands alone, which is no text in any encoding. */
  public static boolean isBroken(String text) {
    return text.codePoints()
        .anyMatch(character -> Character.getType(character) == Character.SURROGATE);
  }

  /**
   * What is wrong with a text.
   *
   * @param max the most characters a person may see
   * @param lines whether it may have line breaks and tabs
   * @return null if nothing is; else {@code required}, {@code characters} or {@code too_long},
   *     whose texts are the messages {@code field.<fault>}
   */
  public static @Nullable String fault(String typed, int max, boolean lines) {
    String text = kept(typed);
    if (text.isEmpty()) {
      return "required";
    }
    if (text.length() > 2L * LONGEST_CLUSTER * max || length(text) > max) {
      return "too_long";
    }
    return isVisible(lines ? LINE_FORMAT.matcher(text).replaceAll(" ") : text)
        ? null
        : "characters";
  }

  /** Whether all of it can be seen; a mark needs something to stand on. */
  private static boolean isVisible(String text) {
    int[] characters = text.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      if (isUnseen(characters[i]) && !belongsToEmoji(characters, i)) {
        return false;
      }
    }
    return BASE.matcher(text).find()
        && CLUSTER.matcher(text).results().allMatch(TypedText::isShort);
  }

  private static boolean isShort(MatchResult cluster) {
    return cluster.group().codePoints().count() <= LONGEST_CLUSTER;
  }

  /** Emoji newer than this Java are unassigned for it, in places that are reserved for them. */
  private static boolean isUnseen(int character) {
    return UNSEEN.matcher(Character.toString(character)).matches()
        || (!Character.isDefined(character) && !Character.isExtendedPictographic(character));
  }

  /** The joiners and style selectors that keyboards put into emoji: a cook, a coffee, a keycap. */
  private static boolean belongsToEmoji(int[] characters, int at) {
    if (at == 0 || at + (characters[at] == ZERO_WIDTH_JOINER ? 1 : 0) == characters.length) {
      return false;
    }
    int before = characters[at - 1];
    return switch (characters[at]) {
      case EMOJI_STYLE ->
          Character.isExtendedPictographic(before)
              || (at + 1 < characters.length && characters[at + 1] == KEYCAP);
      case ZERO_WIDTH_JOINER ->
          (Character.isExtendedPictographic(before)
                  || Character.isEmojiModifier(before)
                  || before == EMOJI_STYLE)
              && Character.isExtendedPictographic(characters[at + 1]);
      default -> false;
    };
  }
}

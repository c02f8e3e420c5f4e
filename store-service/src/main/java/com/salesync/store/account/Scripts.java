package com.salesync.store.account;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which scripts stand in one name: a single one, or those that Korean, Japanese and Chinese are
 * written in (Unicode's <i>highly restrictive</i> level). A Cyrillic a among Latin letters cannot
 * be told from a Latin one.
 */
final class Scripts {

  private static final Set<UnicodeScript> ANYWHERE =
      EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);

  private static final List<Set<UnicodeScript>> TOGETHER =
      List.of(
          EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL),
          EnumSet.of(
              UnicodeScript.LATIN,
              UnicodeScript.HAN,
              UnicodeScript.HIRAGANA,
              UnicodeScript.KATAKANA),
          EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO));

  private Scripts() {}

  static boolean areWrittenTogether(String name) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    name.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
    scripts.removeAll(ANYWHERE);
    return scripts.size() <= 1 || TOGETHER.stream().anyMatch(set -> set.containsAll(scripts));
  }
}

package com.salesync.consulting.advice;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Formatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the offline adviser in one language: {@code phrases_<language>.properties}. */
final class Phrases {

  private final Locale language;
  private final ResourceBundle sentences;

  private Phrases(Locale language) {
    this.language = language;
    this.sentences =
        ResourceBundle.getBundle(Phrases.class.getPackageName() + ".phrases", language);
  }

  /** Korean unless English is asked for. */
  static Phrases in(Locale language) {
    return new Phrases(language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.KOREAN);
  }

  /** The pattern of a sentence is its language's, so the compiler cannot hold it against these. */
  @SuppressWarnings("AnnotateFormatMethod")
  String say(String key, Object... figures) {
    return new Formatter(language).format(sentences.getString(key), figures).toString();
  }

  String name(DayOfWeek weekday) {
    return weekday.getDisplayName(TextStyle.FULL, language);
  }
}

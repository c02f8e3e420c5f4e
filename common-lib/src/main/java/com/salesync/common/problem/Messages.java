package com.salesync.common.problem;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Texts a till shows, in the language of the current request: Korean unless English is asked for.
 */
public final class Messages {

  private final MessageSource source;

  public Messages(MessageSource source) {
    this.source = source;
  }

  /**
   * The text of a key in the current request's language.
   *
   * @throws org.springframework.context.NoSuchMessageException if the bundles lack the key
   */
  public String get(String key, Object... arguments) {
    return source.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }

  String getOrDefault(String key, String fallback, Locale locale) {
    return getFirst(List.of(key), fallback, locale);
  }

  /** The text of the first of these keys that has one. */
  String getFirst(List<String> keys, String fallback, Locale locale, Object... arguments) {
    return source.getMessage(
        new DefaultMessageSourceResolvable(keys.toArray(String[]::new), arguments, fallback),
        locale);
  }
}

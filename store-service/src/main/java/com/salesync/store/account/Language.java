package com.salesync.store.account;

import java.util.Locale;

/** The language of the texts a store is sent by SMS. */
public enum Language {
  KO,
  EN;

  /** As clients write it: {@code ko}, {@code en}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Language of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

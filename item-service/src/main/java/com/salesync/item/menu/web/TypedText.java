package com.salesync.item.menu.web;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Text as it is kept: two spellings that look alike are one. */
final class TypedText {

  private TypedText() {}

  /** Without surrounding white space, in composed form: macOS sends Hangul decomposed. */
  static @Nullable String normalize(@Nullable String typed) {
    return typed == null ? null : Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
  }
}

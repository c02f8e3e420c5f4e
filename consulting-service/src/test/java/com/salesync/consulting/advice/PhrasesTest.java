package com.salesync.consulting.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PhrasesTest {

  @Test
  void takesTheSameFiguresInTheSameOrderInBothLanguages() {
    assertThat(conversions(Locale.KOREAN)).isEqualTo(conversions(Locale.ENGLISH)).isNotEmpty();
  }

  private static Map<String, List<String>> conversions(Locale language) {
    ResourceBundle sentences =
        ResourceBundle.getBundle("com.salesync.consulting.advice.phrases", language);
    Map<String, List<String>> conversions = new TreeMap<>();
    for (String key : sentences.keySet()) {
      conversions.put(
          key,
          Pattern.compile("%,?[ds]")
              .matcher(sentences.getString(key))
              .results()
              .map(MatchResult::group)
              .toList());
    }
    return conversions;
  }
}

package com.salesync.consulting;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.consulting.advice.NoAdvice;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {

  @Test
  void sayTheSameInBothLanguages() {
    assertThat(keys(Locale.ENGLISH)).isEqualTo(keys(Locale.ROOT));
  }

  @Test
  void haveATextForEveryReasonOfAModelsFailure() {
    assertThat(keys(Locale.ROOT))
        .containsAll(
            Arrays.stream(NoAdvice.Reason.values())
                .map(reason -> "failure." + reason)
                .collect(Collectors.toSet()));
  }

  private static Set<String> keys(Locale language) {
    ResourceBundle.Control noFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return ResourceBundle.getBundle("messages", language, noFallback).keySet();
  }
}

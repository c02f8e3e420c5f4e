package com.salesync.dashboard.settlement.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What the settings are where nobody sets them. */
class SmsPropertiesTest {

  private final SmsProperties defaults =
      new Binder(new MapConfigurationPropertySource(Map.of()))
          .bindOrCreate("salesync.sms", SmsProperties.class);

  @Test
  void waitLongerAfterEachTryUpToALimit() {
    assertThat(defaults.backoff().after(1)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
    assertThat(defaults.backoff().after(3))
        .isBetween(Duration.ofSeconds(16), Duration.ofSeconds(20));
    assertThat(defaults.backoff().after(1000))
        .isBetween(Duration.ofSeconds(96), Duration.ofMinutes(2));
  }

  @Test
  void allowNoNumber() {
    assertThat(defaults.allows(new PhoneNumber("+821012345678"))).isFalse();
  }
}

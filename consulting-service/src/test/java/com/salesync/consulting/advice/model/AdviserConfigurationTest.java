package com.salesync.consulting.advice.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.consulting.advice.Adviser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class AdviserConfigurationTest {

  @Test
  void asksTheModelWhereAKeyOrAServerIsGiven() {
    assertThat(adviser("sk-1", "", true).description().kind()).isEqualTo("model");
    assertThat(adviser("", "http://localhost:1/v1", true).description().kind()).isEqualTo("model");
  }

  @Test
  void runsOfflineWithoutEither() {
    assertThat(adviser("", "", true).description())
        .isEqualTo(
            new Adviser.Description(
                "offline", "neither OPENAI_API_KEY nor OPENAI_BASE_URL is set"));
  }

  @Test
  void obeysTheKillSwitch() {
    assertThat(adviser("sk-1", "", false).description().kind()).isEqualTo("offline");
  }

  @Test
  void tellsItsHealthWhoAdvises() {
    Health health = new AdviserHealthIndicator(adviser("", "", true)).health();

    assertThat(health.getStatus()).isEqualTo(Status.UP);
    assertThat(health.getDetails()).containsEntry("adviser", "offline");
  }

  @Test
  void neverShowsTheKey() {
    assertThat(properties("sk-secret", "", true).toString()).doesNotContain("sk-secret");
  }

  private static Adviser adviser(String key, String url, boolean enabled) {
    return new AdviserConfiguration()
        .adviser(properties(key, url, enabled), new SimpleMeterRegistry());
  }

  private static ModelProperties properties(String key, String url, boolean enabled) {
    return new ModelProperties(
        key,
        url,
        "m",
        null,
        100,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        1_000,
        1_000,
        enabled);
  }
}

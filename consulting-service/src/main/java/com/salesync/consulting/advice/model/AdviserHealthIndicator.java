package com.salesync.consulting.advice.model;

import com.salesync.consulting.advice.Adviser;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says who advises. Being without a model is a way to run, not a fault. */
@Component
class AdviserHealthIndicator implements HealthIndicator {

  private final Adviser adviser;

  AdviserHealthIndicator(Adviser adviser) {
    this.adviser = adviser;
  }

  @Override
  public Health health() {
    Adviser.Description description = adviser.description();
    return Health.up()
        .withDetail("adviser", description.kind())
        .withDetail("detail", description.detail())
        .build();
  }
}

package com.salesync.consulting.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** What the settings are where nobody sets them. */
class DefaultsTest {

  private static Duration modelTimeout;
  private static JobProperties jobs;

  @BeforeAll
  static void read() throws IOException {
    MutablePropertySources sources = new MutablePropertySources();
    for (String file : List.of("application.yaml", "salesync-waits.yaml")) {
      new YamlPropertySourceLoader()
          .load(file, new ClassPathResource(file))
          .forEach(sources::addLast);
    }
    Binder defaults =
        new Binder(
            ConfigurationPropertySources.from(sources),
            new PropertySourcesPlaceholdersResolver(sources));
    modelTimeout = defaults.bind("salesync.consulting.model.timeout", Duration.class).get();
    jobs = defaults.bind("salesync.consulting.jobs", JobProperties.class).get();
  }

  @Test
  void leaveAModelThatThinksForAMinuteTimeToAnswer() {
    assertThat(modelTimeout).isGreaterThan(Duration.ofSeconds(60));
  }

  @Test
  void leaveEveryAttemptTimeBeforeTheDeadline() {
    Duration longest =
        IntStream.range(1, jobs.attempts())
            .mapToObj(jobs.backoff()::after)
            .reduce(modelTimeout.multipliedBy(jobs.attempts()), Duration::plus);

    assertThat(longest).isLessThan(jobs.deadline().dividedBy(2));
  }
}

package com.salesync.common.session;

import com.salesync.common.security.SecurityAutoConfiguration;
import com.salesync.common.security.SessionDirectory;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.Filter;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Looks at the age of what is known of ended sessions, once a token has been verified. */
@AutoConfiguration(after = SecurityAutoConfiguration.class)
@EnableConfigurationProperties(DirectoryAgeProperties.class)
public class DirectoryAgeAutoConfiguration {

  @Bean
  FilterRegistrationBean<Filter> directoryAge(
      SessionDirectory directory, DirectoryAgeProperties properties) {
    FilterRegistrationBean<Filter> registration =
        new FilterRegistrationBean<>(
            new DirectoryAgeFilter(
                directory,
                properties,
                properties.verifiedPaths().stream()
                    .map(SecurityAutoConfiguration::matcher)
                    .toList()));
    registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
    return registration;
  }

  @Bean
  MeterBinder sessionDirectoryAge(SessionDirectory directory) {
    return registry ->
        TimeGauge.builder(
                "salesync.session.directory.age",
                directory,
                TimeUnit.MILLISECONDS,
                asked -> asked.age().map(age -> (double) age.toMillis()).orElse(Double.NaN))
            .description("Since all was known of keys and ended sessions")
            .register(registry);
  }
}

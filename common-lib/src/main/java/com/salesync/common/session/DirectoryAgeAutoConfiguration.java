package com.salesync.common.session;

import com.salesync.common.security.SecurityAutoConfiguration;
import com.salesync.common.security.SessionDirectory;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.Filter;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

/** Looks at the age of what is known of ended sessions, once a token has been verified. */
@AutoConfiguration(after = SecurityAutoConfiguration.class)
@EnableConfigurationProperties(DirectoryAgeProperties.class)
public class DirectoryAgeAutoConfiguration {

  @Bean
  FilterRegistrationBean<Filter> directoryAge(
      ObjectProvider<SessionDirectory> directory, DirectoryAgeProperties properties) {
    // A filter is made before the settings of a test are complete, on which the client depends.
    FilterRegistrationBean<Filter> registration =
        new FilterRegistrationBean<>(
            new DirectoryAgeFilter(
                SingletonSupplier.of(directory::getObject),
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

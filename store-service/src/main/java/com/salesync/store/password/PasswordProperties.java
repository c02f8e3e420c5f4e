package com.salesync.store.password;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What hashing may cost.
 *
 * @param hashesAtOnce each takes 19 MiB of heap and a core; 0 stands for one less than there are
 *     cores, at least 1
 * @param longestWait within which, and within the request's deadline, a hash must be done, or the
 *     request is told at once how long to wait
 */
@Validated
@ConfigurationProperties("salesync.password")
record PasswordProperties(@Min(0) int hashesAtOnce, @NotNull Duration longestWait) {

  int threads() {
    return hashesAtOnce > 0
        ? hashesAtOnce
        : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }
}

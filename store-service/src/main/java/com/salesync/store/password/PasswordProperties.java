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
 * @param longestTurn within which a hash must be expected to be done, or the request is told at
 *     once how long to wait
 * @param longestWait after which, as after the request's deadline, nothing is hashed for it
 */
@Validated
@ConfigurationProperties("salesync.password")
record PasswordProperties(
    @Min(0) int hashesAtOnce, @NotNull Duration longestTurn, @NotNull Duration longestWait) {

  int threads() {
    return hashesAtOnce > 0
        ? hashesAtOnce
        : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }
}

package com.salesync.store.password;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What hashing may cost.
 *
 * @param hashesAtOnce each takes 19 MiB of heap and a core
 * @param longestWait after which a request is answered 503 instead of waiting on
 */
@Validated
@ConfigurationProperties("salesync.password")
record PasswordProperties(@Min(1) int hashesAtOnce, @DefaultValue("8s") Duration longestWait) {}

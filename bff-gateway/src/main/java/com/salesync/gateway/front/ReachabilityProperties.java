package com.salesync.gateway.front;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How services are asked whether they are ready.
 *
 * @param longestSilence after which a service that has not answered is told as silent
 */
@Validated
@ConfigurationProperties("salesync.reachability")
record ReachabilityProperties(@NotNull Duration longestSilence) {}

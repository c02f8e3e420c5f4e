package com.salesync.gateway.consulting;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How consulting jobs are followed.
 *
 * @param poll between two questions to consulting-service
 * @param heartbeat silence after which a comment is sent, below any proxy's idle time-out
 * @param maxDuration after which a stream ends with {@code timeout}; the client may open another
 * @param perStore streams one store may have open
 */
@Validated
@ConfigurationProperties("salesync.consulting-events")
public record StreamProperties(
    @DefaultValue("1s") Duration poll,
    @NotNull Duration heartbeat,
    @DefaultValue("10m") Duration maxDuration,
    @DefaultValue("10") @Min(1) int perStore) {}

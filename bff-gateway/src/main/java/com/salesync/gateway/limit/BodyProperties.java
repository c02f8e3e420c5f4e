package com.salesync.gateway.limit;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How request bodies arrive.
 *
 * @param unfinishedPerAddress bodies of one address on their way at once; one more is a 429
 * @param small read as a whole before a service is asked; what is larger streams on to it
 * @param deadline for all of a body, from when the gateway begins to read it
 * @param unread for the rest of one that was answered before it was there: long enough for an
 *     honest sender to have sent it and see the answer instead of a broken connection
 */
@Validated
@ConfigurationProperties("salesync.bodies")
public record BodyProperties(
    @DefaultValue("64") @Min(1) int unfinishedPerAddress,
    @DefaultValue("32KB") DataSize small,
    @NotNull Duration deadline,
    @NotNull Duration unread) {}

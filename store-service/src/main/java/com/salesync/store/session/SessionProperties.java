package com.salesync.store.session;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long sessions live.
 *
 * @param tokenLife life of an access token; long, since the published client cannot refresh one and
 *     sessions can be ended instead
 * @param purgeInterval from one deletion of expired sessions to the next, in the whole cluster
 */
@Validated
@ConfigurationProperties("salesync.session")
record SessionProperties(
    @NotNull Duration tokenLife, @DefaultValue("10m") Duration purgeInterval) {}

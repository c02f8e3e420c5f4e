package com.salesync.gateway.route.web;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The connections to the services. How long an answer may take is the request's deadline.
 *
 * @param connectTimeout until a connection stands
 * @param connectionFromPool until one of the connections at once is free
 * @param idleConnection unused for so long a connection is closed: less than the services keep one,
 *     so that none is met closed
 * @param streamIdle the longest silence within a stream of events
 * @param maxConnections at once to one service; more requests than that get a 503
 * @param localSmsInbox base URL of the local stack's SMS inbox; unset elsewhere
 */
@Validated
@ConfigurationProperties("salesync.routes")
record RouteProperties(
    @NotNull Duration connectTimeout,
    @NotNull Duration connectionFromPool,
    @NotNull Duration idleConnection,
    @NotNull Duration streamIdle,
    @DefaultValue("2000") int maxConnections,
    @Nullable URI localSmsInbox) {}

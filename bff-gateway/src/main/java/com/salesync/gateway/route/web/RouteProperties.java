package com.salesync.gateway.route.web;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a service may take.
 *
 * @param connectTimeout until a connection stands
 * @param readTimeout silence after which a service counts as down; with the connect time-out it
 *     stays below 3 s
 * @param slowReadTimeout the same for reports, settlement and consulting
 * @param maxConnections at once to one service; more requests than that get a 503
 * @param localSmsInbox base URL of the local stack's SMS inbox; unset elsewhere
 */
@ConfigurationProperties("salesync.routes")
record RouteProperties(
    @DefaultValue("500ms") Duration connectTimeout,
    @DefaultValue("2400ms") Duration readTimeout,
    @DefaultValue("20s") Duration slowReadTimeout,
    @DefaultValue("2000") int maxConnections,
    @Nullable URI localSmsInbox) {}

package com.salesync.common.neighbour;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the neighbours are and how long to wait for them.
 *
 * @param connectTimeout until a connection stands
 * @param readTimeout until the answer has been read
 * @param urls base URL by neighbour: store, item, order, sale, dashboard, consulting
 */
@ConfigurationProperties("salesync.neighbours")
record NeighbourProperties(
    @DefaultValue("500ms") Duration connectTimeout,
    @DefaultValue("2s") Duration readTimeout,
    @DefaultValue Map<String, URI> urls) {}

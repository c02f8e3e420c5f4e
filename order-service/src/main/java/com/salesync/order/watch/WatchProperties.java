package com.salesync.order.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How closely the books are watched.
 *
 * @param interval between two looks
 * @param lookBack how far back a look goes
 */
@ConfigurationProperties("salesync.watch")
record WatchProperties(
    @DefaultValue("60s") Duration interval, @DefaultValue("2d") Duration lookBack) {}

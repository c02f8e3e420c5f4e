package com.salesync.store.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long sessions live.
 *
 * @param tokenLife life of an access token; long, since the published client cannot refresh one and
 *     sessions can be ended instead
 */
@ConfigurationProperties("salesync.session")
record SessionProperties(@DefaultValue("30d") Duration tokenLife) {}

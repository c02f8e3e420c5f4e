package com.salesync.common.session;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How old news of ended sessions may be.
 *
 * @param maxAge for what is not named; above it a store's token opens nothing
 * @param verifiedMaxAge for what is named
 * @param verifiedPaths operations for which a session must be known not to have ended, written as
 *     in {@code salesync.security}
 */
@ConfigurationProperties("salesync.session-directory")
record DirectoryAgeProperties(
    @DefaultValue("12h") Duration maxAge,
    @DefaultValue("60s") Duration verifiedMaxAge,
    @DefaultValue List<String> verifiedPaths) {}

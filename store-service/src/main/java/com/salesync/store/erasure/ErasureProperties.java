package com.salesync.store.erasure;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When closed stores are erased.
 *
 * @param after from the closing of a store
 * @param interval from the end of one round to the next, in the whole cluster; what another service
 *     has not erased in one is tried again in the next
 * @param overdueAfter how much later than it was due an erasure counts as failed
 */
@Validated
@ConfigurationProperties("salesync.erasure")
record ErasureProperties(
    @NotNull Duration after,
    @DefaultValue("1h") Duration interval,
    @DefaultValue("7d") Duration overdueAfter) {}

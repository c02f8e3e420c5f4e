package com.salesync.dashboard.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the books are compared by the system itself.
 *
 * @param interval between the beginnings of two runs, each of which looks at every store
 * @param storesPerCall stores asked for at once, at most 1000
 */
@ConfigurationProperties("salesync.reconciliation")
record ReconciliationProperties(
    @DefaultValue("60s") Duration interval, @DefaultValue("1000") int storesPerCall) {}

package com.salesync.dashboard.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the books are compared by the system itself.
 *
 * @param interval between two runs
 * @param storesPerRun stores looked at in one run; the next run goes on where it ended
 */
@ConfigurationProperties("salesync.reconciliation")
record ReconciliationProperties(
    @DefaultValue("60s") Duration interval, @DefaultValue("200") int storesPerRun) {}

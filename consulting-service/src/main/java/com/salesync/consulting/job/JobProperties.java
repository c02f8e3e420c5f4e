package com.salesync.consulting.job;

import com.salesync.common.resilience.Backoff;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How jobs are run.
 *
 * @param inFlight jobs run at once by one instance
 * @param inFlightPerStore jobs of one store that may be queued or run at once; its further jobs
 *     wait behind them. 0 is all slots but one, so that a store alone never takes the last
 * @param dailyCap requests a store may make in a business day
 * @param acceptance how long a request waits for its turn to be accepted
 * @param attempts how often the model is asked for one job
 * @param firstRetry wait after the first failure; doubles with each
 * @param longestRetry longest such wait
 * @param deadline from accepted to answered or failed
 * @param pollingInterval how often the queue is looked at
 * @param heartbeat how often a running job says that it lives; after four missed ones it is run
 *     anew
 * @param shutdown how long the jobs under way may go on when the service stops
 * @param overdueInterval how often the system looks for jobs beyond their deadline
 */
@Validated
@ConfigurationProperties("salesync.consulting.jobs")
public record JobProperties(
    @Positive int inFlight,
    @PositiveOrZero int inFlightPerStore,
    @Positive int dailyCap,
    Duration acceptance,
    @DefaultValue("3") @Positive int attempts,
    @DefaultValue("2s") Duration firstRetry,
    @DefaultValue("1m") Duration longestRetry,
    @DefaultValue("30m") Duration deadline,
    @DefaultValue("200ms") Duration pollingInterval,
    @DefaultValue("5s") Duration heartbeat,
    Duration shutdown,
    @DefaultValue("15s") Duration overdueInterval) {

  int slotsPerStore() {
    return inFlightPerStore > 0 ? inFlightPerStore : Math.max(1, inFlight - 1);
  }

  public Backoff backoff() {
    return new Backoff(firstRetry, longestRetry);
  }
}

package com.salesync.gateway.limit;

import com.salesync.common.resilience.RateLimit;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits generous enough that no shop meets them; each replica of the gateway counts for itself.
 *
 * @param anonymous per address, for requests without a valid token
 * @param address per address, for all its requests; a street of shops may share one
 * @param store per store, for requests with its valid token
 * @param maxBuckets addresses and stores remembered per limit; the least recently seen is forgotten
 */
@Validated
@ConfigurationProperties("salesync.limits")
record RateLimitProperties(
    @DefaultValue Anonymous anonymous,
    @DefaultValue Address address,
    @DefaultValue Store store,
    @DefaultValue("20000") @Min(1) int maxBuckets) {

  /** Requests that may come at once, and those that may come for ever in each second. */
  interface Limit {
    long burst();

    long perSecond();

    default RateLimit rateLimit() {
      return RateLimit.perSecond(burst(), perSecond());
    }
  }

  record Anonymous(@DefaultValue("600") long burst, @DefaultValue("60") long perSecond)
      implements Limit {}

  record Address(@DefaultValue("6000") long burst, @DefaultValue("600") long perSecond)
      implements Limit {}

  record Store(@DefaultValue("3000") long burst, @DefaultValue("300") long perSecond)
      implements Limit {}
}

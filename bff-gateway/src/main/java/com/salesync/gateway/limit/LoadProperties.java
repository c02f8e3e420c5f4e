package com.salesync.gateway.limit;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests may be under way to one service. A service works on as many at once as it has
 * connections to its database, ten; what is beyond a few rounds of that only grows old there.
 *
 * @param perService at once, from the call to the first byte of its answer
 * @param reserved of these, for writes to sale-service alone: payments and voids
 * @param passwords of log-ins, sign-ups and all else that hashes a password, which store-service
 *     does one after the other: about as many as it lets in; who comes then is told at once
 * @param queue how long a request waits to be among them; after that it is a 503, nothing sent
 */
@Validated
@ConfigurationProperties("salesync.load")
record LoadProperties(
    @DefaultValue("200") @Min(2) int perService,
    @DefaultValue("50") @Min(1) int reserved,
    @DefaultValue("64") @Min(1) int passwords,
    @NotNull Duration queue) {

  LoadProperties {
    if (reserved >= perService) {
      throw new IllegalArgumentException(
          "salesync.load.reserved has to leave some of per-service to others");
    }
  }
}

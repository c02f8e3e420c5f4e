package com.salesync.store.signing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How keys are kept and changed.
 *
 * @param secret at least 32 characters; seals the private keys in the database
 * @param rotateEvery age at which the newest key gets a successor
 * @param publishAhead how long a key is published before it signs, so that every verifier knows it
 *     by then; verifiers ask every second
 * @param checkInterval from one look for an old key to the next, in the whole cluster
 */
@Validated
@ConfigurationProperties("salesync.signing")
record SigningProperties(
    @NotNull @Size(min = 32) String secret,
    @NotNull Duration rotateEvery,
    @NotNull Duration publishAhead,
    @DefaultValue("1m") Duration checkInterval) {

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "SigningProperties[rotateEvery=" + rotateEvery + ", publishAhead=" + publishAhead + "]";
  }
}

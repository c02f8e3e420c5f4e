package com.salesync.dashboard.settlement.sms;

import com.salesync.common.resilience.Backoff;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * SMS.
 *
 * @param region AWS region of SNS; Seoul has no SMS, Tokyo does
 * @param endpoint another SNS-speaking endpoint, for the local stack and tests
 * @param allowedNumbers the numbers that may be sent to while in the SMS sandbox; {@code *} allows
 *     every number, nothing allows none
 * @param dailyCap SMS a store may cause in 24 hours
 * @param connectTimeout until a connection to SNS stands
 * @param readTimeout until SNS has answered
 * @param firstRetry wait before an SMS that was not sent is tried again; doubles with each try
 * @param longestRetry longest such wait
 * @param giveUpAfter a queued SMS older than this is rejected, since what it says is stale
 * @param lostAfter an SMS handed to SNS without an answer for this long counts as ambiguous
 */
@Validated
@ConfigurationProperties("salesync.sms")
public record SmsProperties(
    String region,
    @Nullable URI endpoint,
    @DefaultValue List<String> allowedNumbers,
    @Positive int dailyCap,
    Duration connectTimeout,
    Duration readTimeout,
    @DefaultValue("5s") Duration firstRetry,
    @DefaultValue("2m") Duration longestRetry,
    @DefaultValue("6h") Duration giveUpAfter,
    @DefaultValue("30s") Duration lostAfter) {

  public boolean allows(PhoneNumber number) {
    return allowedNumbers.contains("*")
        || allowedNumbers.stream()
            .map(PhoneNumber::read)
            .flatMap(Optional::stream)
            .anyMatch(number::equals);
  }

  Backoff backoff() {
    return new Backoff(firstRetry, longestRetry);
  }
}

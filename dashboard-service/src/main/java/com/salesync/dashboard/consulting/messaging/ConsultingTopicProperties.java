package com.salesync.dashboard.consulting.messaging;

import com.salesync.common.resilience.Backoff;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The topic of consulting results and where its unreadable messages go.
 *
 * @param topic read by this service, made by consulting-service
 * @param deadLetterRetention how long a message set aside is kept
 * @param deadLetterReplicas copies of the dead-letter topic; -1 takes the broker's default
 * @param firstRetry wait before a message that could not be stored is tried again; doubles
 * @param longestRetry longest such wait; while the database or store-service is away, messages wait
 * @param triesOfUnexpected how often a message is tried that fails for a reason nobody foresaw
 */
@ConfigurationProperties("salesync.consulting")
record ConsultingTopicProperties(
    String topic,
    @DefaultValue("30d") Duration deadLetterRetention,
    @DefaultValue("-1") short deadLetterReplicas,
    @DefaultValue("200ms") Duration firstRetry,
    @DefaultValue("10s") Duration longestRetry,
    @DefaultValue("5") int triesOfUnexpected) {

  Backoff backoff() {
    return new Backoff(firstRetry, longestRetry);
  }

  String deadLetterTopic() {
    return topic + "-dlt";
  }
}

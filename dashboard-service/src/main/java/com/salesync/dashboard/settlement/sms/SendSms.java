package com.salesync.dashboard.settlement.sms;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One try at a settlement's SMS. The row is claimed before and the outcome recorded after, each in
 * a transaction of its own, so that a crash between them leaves a claim, which is never tried again
 * blindly.
 */
@Component
public class SendSms {

  private static final Logger log = LoggerFactory.getLogger(SendSms.class);

  private final SmsQueue queue;
  private final SnsGateway gateway;
  private final SmsProperties properties;
  private final Clock clock;
  private final MeterRegistry metrics;

  SendSms(
      SmsQueue queue,
      SnsGateway gateway,
      SmsProperties properties,
      Clock clock,
      MeterRegistry metrics) {
    this.queue = queue;
    this.gateway = gateway;
    this.properties = properties;
    this.clock = clock;
    this.metrics = metrics;
    List.of("sent", "delayed", "rejected", "ambiguous").forEach(outcome -> count(outcome, 0));
  }

  /** Tries if the SMS is queued; otherwise only looks whether an earlier try has died. */
  public void attemptToSend(long storeId, long id) {
    Instant now = clock.instant();
    queue
        .claim(storeId, id, now.plus(properties.lostAfter()))
        .ifPresentOrElse(
            claim -> send(storeId, id, claim), () -> queue.loseIfOverdue(storeId, id, now));
  }

  private void send(long storeId, long id, SmsQueue.Claim claim) {
    Instant now = clock.instant();
    if (claim.requestedAt().plus(properties.giveUpAfter()).isBefore(now)) {
      finish(storeId, id, SmsState.REJECTED, "TOO_LATE", null);
      return;
    }
    switch (gateway.send(claim.number(), claim.text())) {
      case SendOutcome.Sent sent -> finish(storeId, id, SmsState.SENT, null, sent.messageId());
      case SendOutcome.Rejected rejected ->
          finish(storeId, id, SmsState.REJECTED, rejected.reason(), null);
      case SendOutcome.Ambiguous ambiguous ->
          finish(storeId, id, SmsState.AMBIGUOUS, ambiguous.reason(), null);
      case SendOutcome.NotSent notSent -> {
        log.warn("SMS of settlement {} waits: {}", id, notSent.reason());
        Instant nextTry = clock.instant().plus(properties.backoff().after(claim.attempt()));
        queue.requeue(storeId, id, notSent.reason(), nextTry);
        count("delayed", 1);
      }
    }
  }

  private void finish(
      long storeId, long id, SmsState state, @Nullable String reason, @Nullable String messageId) {
    queue.finish(storeId, id, state, reason, messageId, clock.instant());
    if (state != SmsState.SENT) {
      log.warn("SMS of settlement {} is {}: {}", id, state.word(), reason);
    }
    count(state.word(), 1);
  }

  private void count(String outcome, int messages) {
    metrics.counter("salesync.sms", "outcome", outcome).increment(messages);
  }
}

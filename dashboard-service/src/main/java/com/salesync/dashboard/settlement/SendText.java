package com.salesync.dashboard.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One try at a settlement's text. The row is claimed before and the outcome recorded after, each in
 * a transaction of its own, so that a crash between them leaves a claim, which is never tried again
 * blindly.
 */
@Component
class SendText {

  private static final Logger log = LoggerFactory.getLogger(SendText.class);

  private final Settlements settlements;
  private final SmsGateway gateway;
  private final SmsProperties properties;
  private final Clock clock;
  private final MeterRegistry metrics;

  SendText(
      Settlements settlements,
      SmsGateway gateway,
      SmsProperties properties,
      Clock clock,
      MeterRegistry metrics) {
    this.settlements = settlements;
    this.gateway = gateway;
    this.properties = properties;
    this.clock = clock;
    this.metrics = metrics;
    List.of("sent", "delayed", "rejected", "ambiguous").forEach(outcome -> count(outcome, 0));
  }

  /** Tries if the text is queued; otherwise only looks whether an earlier try has died. */
  void attempt(long storeId, long id) {
    Instant now = clock.instant();
    settlements
        .claim(storeId, id, now)
        .ifPresentOrElse(
            claim -> send(storeId, id, claim),
            () ->
                settlements.loseIfClaimedBefore(
                    storeId, id, now.minus(properties.lostAfter()), now));
  }

  private void send(long storeId, long id, Settlements.Claim claim) {
    Instant now = clock.instant();
    if (claim.requestedAt().plus(properties.giveUpAfter()).isBefore(now)) {
      finish(storeId, id, SmsState.REJECTED, "TOO_LATE", null);
      return;
    }
    switch (gateway.send(claim.number(), claim.text())) {
      case SmsGateway.Outcome.Sent sent ->
          finish(storeId, id, SmsState.SENT, null, sent.messageId());
      case SmsGateway.Outcome.Rejected rejected ->
          finish(storeId, id, SmsState.REJECTED, rejected.reason(), null);
      case SmsGateway.Outcome.Ambiguous ambiguous ->
          finish(storeId, id, SmsState.AMBIGUOUS, ambiguous.reason(), null);
      case SmsGateway.Outcome.NotSent notSent -> {
        log.warn("Text of settlement {} waits: {}", id, notSent.reason());
        settlements.requeue(storeId, id, notSent.reason());
        count("delayed", 1);
      }
    }
  }

  private void finish(
      long storeId, long id, SmsState fate, @Nullable String reason, @Nullable String messageId) {
    settlements.finish(storeId, id, fate, reason, messageId, clock.instant());
    if (fate != SmsState.SENT) {
      log.warn("Text of settlement {} is {}: {}", id, fate.word(), reason);
    }
    count(fate.word(), 1);
  }

  private void count(String outcome, int texts) {
    metrics.counter("salesync.sms", "outcome", outcome).increment(texts);
  }
}

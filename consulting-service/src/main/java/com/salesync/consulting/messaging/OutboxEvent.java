package com.salesync.consulting.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.consulting.job.Job;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The value of a message on the topic, version 1; see {@code docs/events.md}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutboxEvent(
    int version,
    String type,
    UUID reqId,
    long storeId,
    LocalDate startDate,
    LocalDate endDate,
    @Nullable String language,
    @Nullable String adviser,
    @Nullable String model,
    @Nullable String answer,
    @Nullable String failure,
    @Nullable String failureMessage) {

  private static final int VERSION = 1;

  static OutboxEvent accepted(Job job) {
    return of(job, "accepted", null);
  }

  static OutboxEvent ended(Job job, MessageSource messages) {
    if (job.state() == Job.State.COMPLETED) {
      return of(job, "completed", null);
    }
    Locale language = "en".equals(job.language()) ? Locale.ENGLISH : Locale.KOREAN;
    String reason = Objects.requireNonNull(job.failure());
    return of(job, "failed", messages.getMessage("failure." + reason, null, language));
  }

  private static OutboxEvent of(Job job, String type, @Nullable String failureMessage) {
    boolean ended = !type.equals("accepted");
    return new OutboxEvent(
        VERSION,
        type,
        job.reqId(),
        job.storeId(),
        job.range().start(),
        job.range().end(),
        ended ? job.language() : null,
        ended ? job.adviser() : null,
        ended ? job.model() : null,
        ended ? job.answer() : null,
        ended ? job.failure() : null,
        failureMessage);
  }
}

package com.salesync.dashboard.settlement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day's total as it was settled.
 *
 * @param reason why the text was not sent, or null
 * @param parts how many SMS the text takes
 * @param finishedAt when the text's fate was known
 */
public record Settlement(
    long id,
    LocalDate businessDay,
    long total,
    long sales,
    SmsState sms,
    @Nullable String reason,
    String maskedPhone,
    int parts,
    Instant requestedAt,
    @Nullable Instant finishedAt) {}

package com.salesync.dashboard.settlement;

import com.salesync.dashboard.settlement.sms.SmsState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day's total as it was settled.
 *
 * @param reason why the SMS was not sent, or null
 * @param parts how many messages the SMS takes
 * @param finishedAt when it was known what became of the SMS
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

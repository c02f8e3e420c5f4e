package com.salesync.dashboard.settlement.sms;

import java.util.Locale;

/** What became of an SMS. */
public enum SmsState {
  /** Waits for its turn or for SNS to come back. */
  QUEUED,
  /** Handed to SNS, whose answer is not in yet. */
  SENDING,
  SENT,
  /** Never handed over: the number is not allowed or unusable, or the store had its day's share. */
  SUPPRESSED,
  /** SNS refused it for good, or it waited too long. */
  REJECTED,
  /** It may have been sent or not; sending again could reach the owner twice. */
  AMBIGUOUS;

  public static SmsState of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

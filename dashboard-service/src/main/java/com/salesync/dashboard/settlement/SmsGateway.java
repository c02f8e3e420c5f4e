package com.salesync.dashboard.settlement;

/** Sends text messages. */
public interface SmsGateway {

  /** Tries once, never twice, and tells apart what is known of the outcome. */
  Outcome send(PhoneNumber number, String text);

  /** What is known after one try. */
  sealed interface Outcome {

    /** The provider has it. */
    record Sent(String messageId) implements Outcome {}

    /** The provider certainly does not have it; a later try may succeed. */
    record NotSent(String reason) implements Outcome {}

    /** The provider refuses this message for good. */
    record Rejected(String reason) implements Outcome {}

    /** The provider may have it. */
    record Ambiguous(String reason) implements Outcome {}
  }
}

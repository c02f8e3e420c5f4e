package com.salesync.dashboard.settlement.sms;

/** What is known after one try to send an SMS. */
sealed interface SendOutcome {

  /** The provider has it. */
  record Sent(String messageId) implements SendOutcome {}

  /** The provider certainly does not have it; a later try may succeed. */
  record NotSent(String reason) implements SendOutcome {}

  /** The provider refuses this message for good. */
  record Rejected(String reason) implements SendOutcome {}

  /** The provider may have it. */
  record Ambiguous(String reason) implements SendOutcome {}
}

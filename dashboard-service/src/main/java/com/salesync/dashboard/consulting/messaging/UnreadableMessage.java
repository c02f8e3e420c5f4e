package com.salesync.dashboard.consulting.messaging;

/** A message no later try could read; it is set aside at once. */
final class UnreadableMessage extends RuntimeException {

  UnreadableMessage(String reason) {
    super(reason);
  }
}

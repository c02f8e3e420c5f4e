package com.salesync.common.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A message as it will be on the topic.
 *
 * @param storeId the store whose transaction writes it
 * @param key messages of one key are published in the order in which they were added
 * @param payload the value, as UTF-8
 * @param traceparent the trace it belongs to; null for the current one of whoever adds it
 */
public record Message(
    long storeId, String topic, String key, String payload, @Nullable String traceparent) {

  /** Belongs to the current trace of whoever adds it. */
  public Message(long storeId, String topic, String key, String payload) {
    this(storeId, topic, key, payload, null);
  }
}

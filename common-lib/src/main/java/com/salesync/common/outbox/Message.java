package com.salesync.common.outbox;

/**
 * A message as it will be on the topic.
 *
 * @param storeId the store whose transaction writes it
 * @param key messages of one key are published in the order in which they were added
 * @param payload the value, as UTF-8
 */
public record Message(long storeId, String topic, String key, String payload) {}

package com.salesync.localstack.sms;

/**
 * A text that would have been sent.
 *
 * @param at ISO-8601 instant
 * @param phone E.164
 */
public record SentText(String messageId, String at, String phone, String message) {}

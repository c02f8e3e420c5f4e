package com.salesync.dashboard.consulting.messaging;

import com.salesync.dashboard.consulting.ConsultingResult;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The value of a message on the topic, version 1; see {@code docs/events.md}. Members this service
 * has no use for are not listed here.
 */
record ConsultingEvent(
    @Nullable Integer version,
    @Nullable String type,
    @Nullable String reqId,
    @Nullable Long storeId,
    @Nullable String answer,
    @Nullable String failureMessage) {

  private static final int VERSION = 1;

  /** An answer is a few kilobytes; whatever is far beyond that is not one. */
  private static final int LONGEST = 256 * 1024;

  static ConsultingResult read(ConsumerRecord<String, byte[]> message, JsonMapper json) {
    byte[] value = message.value();
    if (value == null || value.length > LONGEST) {
      throw new UnreadableMessage(value == null ? "no value" : "too long");
    }
    ConsultingEvent event;
    try {
      event = json.readValue(value, ConsultingEvent.class);
    } catch (JacksonException notJson) {
      throw new UnreadableMessage("not the JSON expected");
    }
    if (event == null) {
      throw new UnreadableMessage("JSON null");
    }
    return event.result(message.key());
  }

  private ConsultingResult result(@Nullable String key) {
    if (version == null || version != VERSION) {
      throw new UnreadableMessage("unknown version");
    }
    if (reqId == null || !reqId.equals(key)) {
      throw new UnreadableMessage("the key is not the request id");
    }
    if (storeId == null || storeId <= 0 || type == null) {
      throw new UnreadableMessage("no store or type");
    }
    UUID id = id(reqId);
    return switch (type) {
      case "accepted" -> ConsultingResult.accepted(id, storeId);
      case "completed" -> ConsultingResult.completed(id, storeId, required(answer));
      case "failed" -> ConsultingResult.failed(id, storeId, required(failureMessage));
      default -> throw new UnreadableMessage("unknown type");
    };
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw new UnreadableMessage("the request id is not a UUID");
    }
  }

  private static String required(@Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new UnreadableMessage("no text");
    }
    return text;
  }
}

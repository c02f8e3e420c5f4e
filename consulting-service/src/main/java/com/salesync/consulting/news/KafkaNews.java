package com.salesync.consulting.news;

import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hands a message to the broker and waits until all its copies have it. */
@Component
class KafkaNews {

  private static final int PATIENCE_SECONDS = 10;

  private final KafkaTemplate<String, byte[]> kafka;
  private final KafkaAdmin admin;
  private final JsonMapper json;
  private final NewTopic topic;
  private volatile boolean topicExists;

  KafkaNews(
      KafkaTemplate<String, byte[]> kafka, KafkaAdmin admin, JsonMapper json, NewTopic topic) {
    this.kafka = kafka;
    this.admin = admin;
    this.json = json;
    this.topic = topic;
  }

  /**
   * Sends and waits.
   *
   * @throws IllegalStateException if the broker does not confirm in time; it may have the message
   */
  void send(UUID reqId, Event event) {
    makeTopic();
    try {
      kafka
          .send(topic.name(), reqId.toString(), json.writeValueAsBytes(event))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException unconfirmed) {
      throw new IllegalStateException("The broker did not confirm", unconfirmed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  /** Again, for the broker may have been down when the service started. */
  private void makeTopic() {
    if (!topicExists) {
      topicExists = admin.initialize();
    }
  }
}

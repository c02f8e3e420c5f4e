package com.salesync.dashboard.consulting.messaging;

import static org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/**
 * Sets messages aside on the dead-letter topic, shortened to what certainly fits there, with the
 * reason but without stack traces.
 */
final class DeadLetters extends DeadLetterPublishingRecoverer {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
  private static final int KEPT_BYTES = 128 * 1024;

  private final KafkaAdmin admin;
  private final NewTopic topic;
  private final Counter count;
  private volatile boolean topicExists;

  DeadLetters(
      KafkaOperations<?, ?> kafka,
      KafkaAdmin admin,
      ConsultingTopicProperties properties,
      MeterRegistry metrics) {
    super(kafka, (message, failure) -> new TopicPartition(properties.deadLetterTopic(), -1));
    this.admin = admin;
    this.topic =
        TopicBuilder.name(properties.deadLetterTopic())
            .partitions(1)
            .replicas(properties.deadLetterReplicas())
            .config(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(properties.deadLetterRetention().toMillis()))
            .build();
    this.count =
        Counter.builder("salesync.consulting.dead.letters")
            .description("Messages of the consulting topic that could not be read")
            .register(metrics);
    excludeHeader(HeadersToAdd.EX_STACKTRACE, HeadersToAdd.EX_CAUSE);
    setFailIfSendResultIsError(true);
  }

  @Override
  public void accept(
      ConsumerRecord<?, ?> message, @Nullable Consumer<?, ?> consumer, Exception failure) {
    if (!topicExists) {
      admin.createOrModifyTopics(topic);
      topicExists = true;
    }
    super.accept(message, consumer, failure);
    count.increment();
    Throwable reason = failure.getCause() == null ? failure : failure.getCause();
    log.error(
        "Message {}-{}@{} was set aside: {}",
        message.topic(),
        message.partition(),
        message.offset(),
        reason.getMessage());
  }

  @Override
  protected ProducerRecord<Object, Object> createProducerRecord(
      ConsumerRecord<?, ?> message,
      TopicPartition destination,
      Headers headers,
      byte @Nullable [] key,
      byte @Nullable [] value) {
    Object kept =
        message.value() instanceof byte[] bytes && bytes.length > KEPT_BYTES
            ? Arrays.copyOf(bytes, KEPT_BYTES)
            : message.value();
    return new ProducerRecord<>(destination.topic(), null, message.key(), kept, headers);
  }
}

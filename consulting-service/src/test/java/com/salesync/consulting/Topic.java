package com.salesync.consulting;

import com.salesync.common.test.KafkaServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topic from its beginning, as the dashboard would. */
final class Topic implements AutoCloseable {

  private final KafkaConsumer<String, String> consumer;
  private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

  Topic(String name) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                KafkaServer.get().bootstrapServers(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                "1000"),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of(name));
  }

  /** All messages of a request so far. */
  List<String> of(String request) {
    consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
    return seen.stream()
        .filter(message -> request.equals(message.key()))
        .map(ConsumerRecord::value)
        .toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}

package com.salesync.consulting;

import com.salesync.common.test.KafkaServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topic from its beginning, as the dashboard would. */
final class Topic implements AutoCloseable {

  private final String name;
  private final KafkaConsumer<String, String> consumer;
  private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

  Topic(String name) {
    this.name = name;
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", KafkaServer.get().bootstrapServers(),
                "auto.offset.reset", "earliest",
                "allow.auto.create.topics", "false",
                "enable.auto.commit", "false"),
            new StringDeserializer(),
            new StringDeserializer());
  }

  /** All messages of a request so far. */
  List<String> of(String request) {
    return messages(request).map(ConsumerRecord::value).toList();
  }

  /** The traces that all messages of a request so far were sent in. */
  List<String> traces(String request) {
    return messages(request)
        .map(message -> message.headers().lastHeader("traceparent").value())
        .map(traceparent -> new String(traceparent, StandardCharsets.US_ASCII).split("-")[1])
        .toList();
  }

  private Stream<ConsumerRecord<String, String>> messages(String request) {
    if (consumer.assignment().isEmpty()) {
      consumer.assign(
          consumer.partitionsFor(name).stream()
              .map(partition -> new TopicPartition(name, partition.partition()))
              .toList());
    }
    consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
    return seen.stream().filter(message -> request.equals(message.key()));
  }

  @Override
  public void close() {
    consumer.close();
  }
}

package com.salesync.e2e.torture.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What befalls the topic of consulting events. */
final class TopicFaults {

  private static final String TOPIC = "consulting";
  private static final Duration POLL = Duration.ofSeconds(2);

  /** Nothing that a reader understands. */
  private static final List<String> POISON =
      List.of(
          "",
          "no JSON",
          "{}",
          "[1,2",
          "{\"version\":99,\"type\":\"completed\"}",
          "{\"version\":1,\"type\":\"completed\",\"req_id\":\"00000000-0000-0000-0000-000000000000\",\"store_id\":999999}");

  private TopicFaults() {}

  /** Everything that was ever sent comes again, the oldest last. */
  static Fault duplicates() {
    return (site, pick) -> {
      String servers = site.stack().kafkaBootstrapServers();
      List<ProducerRecord<byte[], byte[]>> again = new ArrayList<>();
      for (ConsumerRecord<byte[], byte[]> each : read(servers)) {
        again.addFirst(
            new ProducerRecord<>(
                TOPIC, each.partition(), each.key(), each.value(), each.headers()));
      }
      send(servers, again);
      return Strike.done(again.isEmpty() ? "" : again.size() + " messages came again");
    };
  }

  /** Messages that nobody can read, with and without a key. */
  static Fault poison() {
    return (site, pick) -> {
      List<ProducerRecord<byte[], byte[]>> poison = new ArrayList<>();
      for (String text : POISON) {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        poison.add(new ProducerRecord<>(TOPIC, value, value));
        poison.add(new ProducerRecord<>(TOPIC, value));
      }
      send(site.stack().kafkaBootstrapServers(), poison);
      return Strike.done(poison.size() + " unreadable messages");
    };
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String servers) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest");
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(each -> new TopicPartition(TOPIC, each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      ConsumerRecords<byte[], byte[]> some = consumer.poll(POLL);
      while (!some.isEmpty()) {
        some.forEach(all::add);
        some = consumer.poll(POLL);
      }
    }
    return all;
  }

  private static void send(String servers, List<ProducerRecord<byte[], byte[]>> messages) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (ProducerRecord<byte[], byte[]> each : messages) {
        producer.send(each).get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

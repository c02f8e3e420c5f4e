package com.salesync.e2e.torture.fault;

import com.salesync.localstack.RunningPart;
import com.salesync.localstack.part.Part;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
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

  /** What the dashboard has not read is cut from the log, as by a broker that lost its disk. */
  static Fault cut() {
    return (site, pick) -> {
      String servers = site.stack().kafkaBootstrapServers();
      List<RunningPart> readers = site.stack().replicas(Part.DASHBOARD);
      readers.forEach(RunningPart::pause);
      long before = written(servers);
      return new Strike() {
        private long cut;

        @Override
        public void end() {
          try {
            cut = written(servers) - before;
            cutLog(servers);
          } finally {
            readers.forEach(RunningPart::resume);
          }
        }

        @Override
        public String effect() {
          return cut == 0 ? "" : cut + " unread messages were cut from the log";
        }
      };
    };
  }

  /** How many messages the topic has ever had. */
  private static long written(String servers) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(servers)) {
      return consumer.endOffsets(partitions(consumer)).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  private static void cutLog(String servers) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(servers);
        Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
      consumer
          .endOffsets(partitions(consumer))
          .forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end)));
      admin.deleteRecords(all).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String servers) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    return consumer.partitionsFor(TOPIC).stream()
        .map(each -> new TopicPartition(TOPIC, each.partition()))
        .toList();
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String servers) {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(servers)) {
      List<TopicPartition> partitions = partitions(consumer);
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

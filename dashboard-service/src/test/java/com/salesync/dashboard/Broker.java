package com.salesync.dashboard;

import com.salesync.common.test.KafkaServer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import kafka.server.BrokerServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A broker of a test's own with the consulting topic, which can be stopped and started. */
final class Broker implements AutoCloseable {

  private static final TopicPartition TOPIC = new TopicPartition("consulting", 0);

  private final EmbeddedKafkaKraftBroker server = KafkaServer.embedded(TOPIC.topic());
  private final KafkaProducer<String, byte[]> producer;

  /** It lets go of a dead consumer quickly. */
  Broker() {
    server.brokerProperty("group.min.session.timeout.ms", "500");
    server.afterPropertiesSet();
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", address(),
                "reconnect.backoff.max.ms", "500",
                // Without it, sending to a broker that has been away for long blocks.
                "metadata.recovery.strategy", "none"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  String address() {
    return server.getBrokersAsString();
  }

  /** Answers {@code answer to <request>} as consulting-service does; the broker may be away. */
  Future<RecordMetadata> sendAnswer(String request, long store) {
    String event =
        """
        {"version":1,"type":"completed","req_id":"%s","store_id":%d,"answer":"answer to %s"}
        """
            .formatted(request, store, request);
    return producer.send(
        new ProducerRecord<>(TOPIC.topic(), request, event.getBytes(StandardCharsets.UTF_8)));
  }

  void stop() {
    node().shutdown();
    node().awaitShutdown();
  }

  /** On the same port and with the same log. */
  void start() {
    node().startup();
  }

  private BrokerServer node() {
    return server.getCluster().brokers().get(0);
  }

  /** How far the dashboard has told the broker that it has come. */
  long committedOffset() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      OffsetAndMetadata offset =
          admin
              .listConsumerGroupOffsets("dashboard-service")
              .partitionsToOffsetAndMetadata()
              .get()
              .get(TOPIC);
      return offset == null ? 0 : offset.offset();
    }
  }

  Set<String> topics() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      return admin.listTopics().names().get();
    }
  }

  @Override
  public void close() {
    producer.close();
    server.destroy();
  }
}
